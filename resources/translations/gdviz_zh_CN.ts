<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>catalogue</name>
  <message>
   <source>(1, 2), (2, 4) and (3, 6): small enough to follow by hand.</source>
   <translation>(1, 2)、(2, 4)、(3, 6)：小到可以手算。</translation>
  </message>
  <message>
   <source>A bowl twice as steep in y as in x.</source>
   <translation>碗形曲面：沿 y 的陡度是沿 x 的两倍。</translation>
  </message>
  <message>
   <source>A curve of chosen degree, still linear in its parameters.</source>
   <translation>次数可选的曲线，对参数仍是线性的。</translation>
  </message>
  <message>
   <source>A curved ravine: easy to enter, slow to follow.</source>
   <translation>弯曲的峡谷：进谷容易，沿谷前行很慢。</translation>
  </message>
  <message>
   <source>A function of your own.</source>
   <translation>自己写的函数。</translation>
  </message>
  <message>
   <source>A good and a poor minimum, with maxima between.</source>
   <translation>一深一浅两个极小值，中间隔着极大值。</translation>
  </message>
  <message>
   <source>A line through the origin: one parameter, the slope.</source>
   <translation>过原点的直线：只有斜率一个参数。</translation>
  </message>
  <message>
   <source>A long valley, 20 times steeper across than along.</source>
   <translation>狭长山谷：横向曲率是纵向的 20 倍。</translation>
  </message>
  <message>
   <source>A probability for each of several classes, from weighted sums.</source>
   <translation>由加权和给出多个类别各自的概率。</translation>
  </message>
  <message>
   <source>A probability for each of several labels that do not exclude each other.</source>
   <translation>由加权和给出多个互不排斥的标签各自的概率。</translation>
  </message>
  <message>
   <source>A straight line: slope and height.</source>
   <translation>直线：斜率与截距。</translation>
  </message>
  <message>
   <source>A triangle flips, stretches and shrinks its way downhill, without a gradient.</source>
   <translation>三角形不断翻转、伸展、收缩着下坡，不用梯度。</translation>
  </message>
  <message>
   <source>ASGD</source>
   <translation>ASGD</translation>
  </message>
  <message>
   <source>AdaBelief</source>
   <translation>AdaBelief</translation>
  </message>
  <message>
   <source>AdaGrad</source>
   <translation>AdaGrad</translation>
  </message>
  <message>
   <source>AdaMax</source>
   <translation>AdaMax</translation>
  </message>
  <message>
   <source>Adadelta</source>
   <translation>Adadelta</translation>
  </message>
  <message>
   <source>Adam</source>
   <translation>Adam</translation>
  </message>
  <message>
   <source>Adam that pulls the parameters towards 0 apart from the gradient.</source>
   <translation>权重衰减与梯度解耦的 Adam：直接把参数拉向 0。</translation>
  </message>
  <message>
   <source>Adam that steps far where the gradient is as expected.</source>
   <translation>梯度与预期相符时步子更大的 Adam。</translation>
  </message>
  <message>
   <source>Adam that trusts its average square only once it is reliable.</source>
   <translation>平方均值可靠之后才启用自适应步长的 Adam。</translation>
  </message>
  <message>
   <source>Adam whose divisor shrinks slowly after large gradients.</source>
   <translation>出现大梯度之后分母缩小得很慢的 Adam。</translation>
  </message>
  <message>
   <source>Adam with Nesterov's momentum.</source>
   <translation>采用 Nesterov 动量的 Adam。</translation>
  </message>
  <message>
   <source>Adam with the plain gradient mixed into its averages.</source>
   <translation>在滑动平均中掺入当前梯度的 Adam。</translation>
  </message>
  <message>
   <source>Adam, divided by the largest recent gradient in each coordinate.</source>
   <translation>每个坐标除以近期最大梯度的 Adam。</translation>
  </message>
  <message>
   <source>AdamW</source>
   <translation>AdamW</translation>
  </message>
  <message>
   <source>As far as a straight slope would need to reach the lowest value.</source>
   <translation>步长恰好是沿直线坡度降到最低值所需的距离。</translation>
  </message>
  <message>
   <source>Averaged SGD</source>
   <translation>平均 SGD</translation>
  </message>
  <message>
   <source>BFGS</source>
   <translation>BFGS</translation>
  </message>
  <message>
   <source>BFGS that remembers its last few steps instead of a matrix.</source>
   <translation>只记住最近几步、不存整个矩阵的 BFGS。</translation>
  </message>
  <message>
   <source>Blobs</source>
   <translation>团簇</translation>
  </message>
  <message>
   <source>CG</source>
   <translation>共轭梯度</translation>
  </message>
  <message>
   <source>Circles</source>
   <translation>同心圆</translation>
  </message>
  <message>
   <source>Columns of a CSV or text file.</source>
   <translation>CSV 或文本文件中的列。</translation>
  </message>
  <message>
   <source>Conjugate gradient</source>
   <translation>共轭梯度法</translation>
  </message>
  <message>
   <source>Constant</source>
   <translation>恒定</translation>
  </message>
  <message>
   <source>Convex and ever steeper: Newton's method doubles its digits with each step.</source>
   <translation>凸且越来越陡：牛顿法每一步都使有效位数翻倍。</translation>
  </message>
  <message>
   <source>Cosine</source>
   <translation>余弦退火</translation>
  </message>
  <message>
   <source>Cosine with restarts</source>
   <translation>余弦退火（热重启）</translation>
  </message>
  <message>
   <source>Diagonal preconditioning</source>
   <translation>对角预处理</translation>
  </message>
  <message>
   <source>Divides each component of the gradient by its own second derivative.</source>
   <translation>梯度的每个分量除以各自的二阶导数。</translation>
  </message>
  <message>
   <source>Divides the gradient in each coordinate by its recent size.</source>
   <translation>每个坐标的梯度除以其近期大小。</translation>
  </message>
  <message>
   <source>Downhill without end, but for a start exactly on the x axis.</source>
   <translation>一路下坡没有尽头，除非起点恰好在 x 轴上。</translation>
  </message>
  <message>
   <source>Downhill, with part of the last direction, so that no gain is undone.</source>
   <translation>下坡时保留一部分上次的方向，使已得的进展不被抵消。</translation>
  </message>
  <message>
   <source>Each point carries any number of labels.</source>
   <translation>每个点可带任意多个标签。</translation>
  </message>
  <message>
   <source>Elliptic bowl</source>
   <translation>椭圆碗</translation>
  </message>
  <message>
   <source>Equal steps in every coordinate, along the signs of the momentum.</source>
   <translation>沿动量的符号，每个坐标走同样长的步子。</translation>
  </message>
  <message>
   <source>Equal steps in every coordinate: only the gradient's signs count.</source>
   <translation>每个坐标走同样长的步子：只看梯度的符号。</translation>
  </message>
  <message>
   <source>Exclusive or</source>
   <translation>异或</translation>
  </message>
  <message>
   <source>Exponential</source>
   <translation>指数衰减</translation>
  </message>
  <message>
   <source>Falls along half a cosine wave, again and again.</source>
   <translation>沿半个余弦波下降，周而复始。</translation>
  </message>
  <message>
   <source>Falls along half a cosine wave, then rises again.</source>
   <translation>沿半个余弦波下降，然后回升。</translation>
  </message>
  <message>
   <source>Falls as one over the number of steps.</source>
   <translation>与步数成反比地下降。</translation>
  </message>
  <message>
   <source>Falls by a factor at chosen steps.</source>
   <translation>在指定的步数处按倍数下降。</translation>
  </message>
  <message>
   <source>Falls by a factor every few steps.</source>
   <translation>每隔若干步按倍数下降。</translation>
  </message>
  <message>
   <source>Falls by the same factor at every step.</source>
   <translation>每一步按同样的倍数下降。</translation>
  </message>
  <message>
   <source>Falls to 0 as a power of the steps that remain.</source>
   <translation>按剩余步数的幂次降到 0。</translation>
  </message>
  <message>
   <source>Formula</source>
   <translation>自定义公式</translation>
  </message>
  <message>
   <source>Four equal minima: where a path ends depends on where it starts.</source>
   <translation>四个等深的极小值：从哪里出发决定到哪里结束。</translation>
  </message>
  <message>
   <source>GD</source>
   <translation>梯度下降</translation>
  </message>
  <message>
   <source>Gradient descent</source>
   <translation>梯度下降</translation>
  </message>
  <message>
   <source>Gradient descent that averages its iterates from step t₀ on.</source>
   <translation>从第 t₀ 步起对迭代点取平均的梯度下降。</translation>
  </message>
  <message>
   <source>Himmelblau</source>
   <translation>Himmelblau 函数</translation>
  </message>
  <message>
   <source>How surprised independent probabilities of yes and no are by the labels.</source>
   <translation>各标签独立的是非概率对真实标签有多“意外”。</translation>
  </message>
  <message>
   <source>How surprised the probabilities of the classes are by each sample's class.</source>
   <translation>各类别的概率对样本真实类别有多“意外”。</translation>
  </message>
  <message>
   <source>Hyperbolic cosine</source>
   <translation>双曲余弦</translation>
  </message>
  <message>
   <source>Intertwined arms: hard for a small network.</source>
   <translation>相互缠绕的旋臂：对小网络很难。</translation>
  </message>
  <message>
   <source>Inverse time</source>
   <translation>逆时衰减</translation>
  </message>
  <message>
   <source>Jumps to where the local parabola has no slope: its minimum, or its maximum.</source>
   <translation>跳到局部抛物面坡度为零之处：可能是极小值，也可能是极大值。</translation>
  </message>
  <message>
   <source>Keeps part of its velocity, like a ball with friction.</source>
   <translation>保留一部分速度，如同带摩擦滚动的小球。</translation>
  </message>
  <message>
   <source>L-BFGS</source>
   <translation>L-BFGS</translation>
  </message>
  <message>
   <source>Learns the inverse Hessian from how the gradient changes along the way.</source>
   <translation>从沿途梯度的变化中学出海森矩阵的逆。</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>直线</translation>
  </message>
  <message>
   <source>Line search</source>
   <translation>线搜索</translation>
  </message>
  <message>
   <source>Linear</source>
   <translation>线性回归</translation>
  </message>
  <message>
   <source>Linear warm-up</source>
   <translation>线性预热</translation>
  </message>
  <message>
   <source>Lion</source>
   <translation>Lion</translation>
  </message>
  <message>
   <source>Logistic</source>
   <translation>逻辑回归</translation>
  </message>
  <message>
   <source>Mean squared error</source>
   <translation>均方误差</translation>
  </message>
  <message>
   <source>Momentum</source>
   <translation>动量法</translation>
  </message>
  <message>
   <source>Momentum that looks ahead to where the velocity will carry it.</source>
   <translation>先看速度会把它带到哪里的动量法。</translation>
  </message>
  <message>
   <source>Momentum, with a step length of its own for each coordinate.</source>
   <translation>动量加上每个坐标各自的步长。</translation>
  </message>
  <message>
   <source>Moons</source>
   <translation>双月</translation>
  </message>
  <message>
   <source>Multi-label</source>
   <translation>多标签</translation>
  </message>
  <message>
   <source>NAdam</source>
   <translation>NAdam</translation>
  </message>
  <message>
   <source>Nelder–Mead</source>
   <translation>Nelder–Mead</translation>
  </message>
  <message>
   <source>Nesterov</source>
   <translation>Nesterov</translation>
  </message>
  <message>
   <source>Nesterov momentum</source>
   <translation>Nesterov 动量法</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>神经网络</translation>
  </message>
  <message>
   <source>Newton</source>
   <translation>牛顿法</translation>
  </message>
  <message>
   <source>One class inside the other.</source>
   <translation>一个类别包在另一个里面。</translation>
  </message>
  <message>
   <source>One cycle</source>
   <translation>单周期</translation>
  </message>
  <message>
   <source>Only signs count: speeds up while the slope keeps its sign.</source>
   <translation>只看符号：坡度不变号就加速。</translation>
  </message>
  <message>
   <source>Opposite corners belong together: no straight line parts them.</source>
   <translation>对角同类：没有直线能将它们分开。</translation>
  </message>
  <message>
   <source>Parabola</source>
   <translation>抛物线</translation>
  </message>
  <message>
   <source>Part plain gradient, part running average of the gradient.</source>
   <translation>一部分是当前梯度，一部分是梯度的滑动平均。</translation>
  </message>
  <message>
   <source>Points scattered about a straight line.</source>
   <translation>散布在一条直线附近的点。</translation>
  </message>
  <message>
   <source>Polyak</source>
   <translation>Polyak</translation>
  </message>
  <message>
   <source>Polyak step size</source>
   <translation>Polyak 步长</translation>
  </message>
  <message>
   <source>Polynomial</source>
   <translation>多项式衰减</translation>
  </message>
  <message>
   <source>Preconditioned</source>
   <translation>对角预处理</translation>
  </message>
  <message>
   <source>Proportional</source>
   <translation>正比例</translation>
  </message>
  <message>
   <source>QHAdam</source>
   <translation>QHAdam</translation>
  </message>
  <message>
   <source>QHM</source>
   <translation>QHM</translation>
  </message>
  <message>
   <source>Quasi-hyperbolic Adam</source>
   <translation>拟双曲 Adam</translation>
  </message>
  <message>
   <source>Quasi-hyperbolic momentum</source>
   <translation>拟双曲动量法</translation>
  </message>
  <message>
   <source>RAdam</source>
   <translation>RAdam</translation>
  </message>
  <message>
   <source>RMSprop</source>
   <translation>RMSprop</translation>
  </message>
  <message>
   <source>Ravine</source>
   <translation>峡谷</translation>
  </message>
  <message>
   <source>Rises in a straight line, then follows another schedule.</source>
   <translation>先线性上升，再按另一种调度变化。</translation>
  </message>
  <message>
   <source>Rises to lr, then falls far below where it began.</source>
   <translation>升到设定的学习率，再降到远低于初始值。</translation>
  </message>
  <message>
   <source>Rosenbrock</source>
   <translation>Rosenbrock 函数</translation>
  </message>
  <message>
   <source>Round clouds, one for each class.</source>
   <translation>圆形点云，每个类别一团。</translation>
  </message>
  <message>
   <source>Rprop</source>
   <translation>Rprop</translation>
  </message>
  <message>
   <source>Saddle</source>
   <translation>鞍面</translation>
  </message>
  <message>
   <source>Sets its own step length from the steps it has taken; starts slowly.</source>
   <translation>根据走过的步子自行确定步长；起步较慢。</translation>
  </message>
  <message>
   <source>Several labels</source>
   <translation>多个标签</translation>
  </message>
  <message>
   <source>Sigmoid cross-entropy</source>
   <translation>Sigmoid 交叉熵</translation>
  </message>
  <message>
   <source>Sign descent</source>
   <translation>符号梯度下降</translation>
  </message>
  <message>
   <source>Softmax</source>
   <translation>Softmax 回归</translation>
  </message>
  <message>
   <source>Softmax cross-entropy</source>
   <translation>Softmax 交叉熵</translation>
  </message>
  <message>
   <source>Spirals</source>
   <translation>螺旋</translation>
  </message>
  <message>
   <source>Stairs</source>
   <translation>阶梯衰减</translation>
  </message>
  <message>
   <source>Stairs at milestones</source>
   <translation>多段阶梯衰减</translation>
  </message>
  <message>
   <source>Steepest descent with line search</source>
   <translation>最速下降（线搜索）</translation>
  </message>
  <message>
   <source>Steps against the gradient, in proportion to it.</source>
   <translation>沿负梯度方向走，步长与梯度成正比。</translation>
  </message>
  <message>
   <source>Steps shrink in each coordinate with the gradients it has seen.</source>
   <translation>每个坐标的步长随累积的梯度而缩小。</translation>
  </message>
  <message>
   <source>Straight downhill; a search along the ray finds the length of each step.</source>
   <translation>笔直下坡；每一步的长度由沿射线的搜索确定。</translation>
  </message>
  <message>
   <source>Table from a file</source>
   <translation>文件中的表格</translation>
  </message>
  <message>
   <source>The learning rate stays as it is.</source>
   <translation>学习率保持不变。</translation>
  </message>
  <message>
   <source>The mean of the squared residuals, over samples and targets.</source>
   <translation>残差平方对样本和目标的平均。</translation>
  </message>
  <message>
   <source>The probability of one of two classes, from a weighted sum.</source>
   <translation>由加权和给出二分类的概率。</translation>
  </message>
  <message>
   <source>The simplest valley: only the learning rate decides.</source>
   <translation>最简单的山谷：一切只取决于学习率。</translation>
  </message>
  <message>
   <source>Three points</source>
   <translation>三个点</translation>
  </message>
  <message>
   <source>Two interleaved half moons: no straight line parts them.</source>
   <translation>两个交错的半月：没有直线能将它们分开。</translation>
  </message>
  <message>
   <source>Two layers: weighted sums of bent weighted sums.</source>
   <translation>两层：先加权求和再激活，然后再加权求和。</translation>
  </message>
  <message>
   <source>Two lines to be fitted at once: the loss is the mean over both.</source>
   <translation>同时拟合两条直线：损失是两者的平均。</translation>
  </message>
  <message>
   <source>Two targets</source>
   <translation>两个目标</translation>
  </message>
  <message>
   <source>Yogi</source>
   <translation>Yogi</translation>
  </message>
  <message>
   <source>x cos</source>
   <translation>x cos</translation>
  </message>
 </context>
 <context>
  <name>choice</name>
  <message>
   <source>absolute</source>
   <translation>取绝对值</translation>
  </message>
  <message>
   <source>armijo</source>
   <translation>Armijo</translation>
  </message>
  <message>
   <source>auto</source>
   <translation>自动</translation>
  </message>
  <message>
   <source>bar</source>
   <translation>竖线</translation>
  </message>
  <message>
   <source>classes</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>comma</source>
   <translation>逗号</translation>
  </message>
  <message>
   <source>cos</source>
   <translation>余弦</translation>
  </message>
  <message>
   <source>damped</source>
   <translation>阻尼</translation>
  </message>
  <message>
   <source>dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>en</source>
   <translation>英文</translation>
  </message>
  <message>
   <source>even</source>
   <translation>均匀</translation>
  </message>
  <message>
   <source>exact</source>
   <translation>精确</translation>
  </message>
  <message>
   <source>fletcher reeves</source>
   <translation>Fletcher–Reeves</translation>
  </message>
  <message>
   <source>gb18030</source>
   <translation>GB18030</translation>
  </message>
  <message>
   <source>given</source>
   <translation>给定值</translation>
  </message>
  <message>
   <source>hestenes stiefel</source>
   <translation>Hestenes–Stiefel</translation>
  </message>
  <message>
   <source>identity</source>
   <translation>恒等</translation>
  </message>
  <message>
   <source>known</source>
   <translation>已知极小值</translation>
  </message>
  <message>
   <source>labels</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>leaky relu</source>
   <translation>Leaky ReLU</translation>
  </message>
  <message>
   <source>light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>linear</source>
   <translation>线性</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>point</source>
   <translation>小数点</translation>
  </message>
  <message>
   <source>polak ribiere plus</source>
   <translation>Polak–Ribière+</translation>
  </message>
  <message>
   <source>random</source>
   <translation>随机</translation>
  </message>
  <message>
   <source>regression</source>
   <translation>回归</translation>
  </message>
  <message>
   <source>relu</source>
   <translation>ReLU</translation>
  </message>
  <message>
   <source>replacement</source>
   <translation>有放回</translation>
  </message>
  <message>
   <source>semicolon</source>
   <translation>分号</translation>
  </message>
  <message>
   <source>sequential</source>
   <translation>顺序</translation>
  </message>
  <message>
   <source>shuffle</source>
   <translation>打乱</translation>
  </message>
  <message>
   <source>sigmoid</source>
   <translation>Sigmoid</translation>
  </message>
  <message>
   <source>space</source>
   <translation>空格</translation>
  </message>
  <message>
   <source>tab</source>
   <translation>制表符</translation>
  </message>
  <message>
   <source>tanh</source>
   <translation>tanh</translation>
  </message>
  <message>
   <source>utf 16</source>
   <translation>UTF-16</translation>
  </message>
  <message>
   <source>utf 8</source>
   <translation>UTF-8</translation>
  </message>
  <message>
   <source>wolfe</source>
   <translation>Wolfe</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>zh_CN</source>
   <translation>简体中文</translation>
  </message>
 </context>
 <context>
  <name>help</name>
  <message>
   <source>Choose a problem at the left, add optimizers below it, and press play. Every learning rate can be dragged; the whole path answers at once.</source>
   <translation>在左侧选择问题，在下方添加优化器，然后按播放。每个学习率都可以拖动，整条路径随即改变。</translation>
  </message>
  <message>
   <source>Drag the ring on the map or curve to start elsewhere; a double click puts it there.</source>
   <translation>拖动图上的圆环可以改变起点；双击图上任一处，起点就移到那里。</translation>
  </message>
  <message>
   <source>More blue is lower. Keys without Ctrl work where the pictures have the focus: click into one first.</source>
   <translation>颜色越蓝，函数值越低。不带 Ctrl 的按键在图上有焦点时才起作用：先点一下图。</translation>
  </message>
  <message>
   <source>Step with the arrow keys, or drag the play-head in the loss or the slider below: every step is recorded, so you can go back and forth.</source>
   <translation>用方向键单步前进，或拖动损失图中的播放头或下方的滑块：每一步都有记录，可以来回查看。</translation>
  </message>
  <message>
   <source>The pale lines are what comes. Click a run to see its step in the inspector: what was, what is added, what comes next.</source>
   <translation>淡色的线是将要走的路。点击某次运行，检查器就显示它这一步：原来在哪里，加上了什么，下一步到哪里。</translation>
  </message>
 </context>
 <context>
  <name>initials</name>
  <message>
   <source>ASGD</source>
   <translation>ASGD</translation>
  </message>
  <message>
   <source>CG</source>
   <translation>CG</translation>
  </message>
  <message>
   <source>GD</source>
   <translation>GD</translation>
  </message>
  <message>
   <source>Line search</source>
   <translation>线搜索</translation>
  </message>
  <message>
   <source>Nesterov</source>
   <translation>Nesterov</translation>
  </message>
  <message>
   <source>Polyak</source>
   <translation>Polyak</translation>
  </message>
  <message>
   <source>Preconditioned</source>
   <translation>对角预处理</translation>
  </message>
  <message>
   <source>QHAdam</source>
   <translation>QHAdam</translation>
  </message>
  <message>
   <source>QHM</source>
   <translation>QHM</translation>
  </message>
 </context>
 <context>
  <name>menu</name>
  <message>
   <source>Add optimizer</source>
   <translation>添加优化器</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>编辑</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>帮助</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Open recent</source>
   <translation>最近打开</translation>
  </message>
  <message>
   <source>Panels</source>
   <translation>面板</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>运行</translation>
  </message>
  <message>
   <source>Scenarios</source>
   <translation>示例</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>文字大小</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>View</source>
   <translation>视图</translation>
  </message>
 </context>
 <context>
  <name>number</name>
  <message>
   <source>undefined</source>
   <translation>无定义</translation>
  </message>
 </context>
 <context>
  <name>outcome</name>
  <message>
   <source>converged at step {step}, at a minimum</source>
   <translation>在第 {step} 步收敛到极小值</translation>
  </message>
  <message>
   <source>converged at step {step}, but at a maximum</source>
   <translation>在第 {step} 步收敛，但停在极大值</translation>
  </message>
  <message>
   <source>converged at step {step}, but at a saddle point</source>
   <translation>在第 {step} 步收敛，但停在鞍点</translation>
  </message>
  <message>
   <source>converged at step {step}, where the curvature vanishes</source>
   <translation>在第 {step} 步收敛，该处曲率为零</translation>
  </message>
  <message>
   <source>diverged after step {step}</source>
   <translation>在第 {step} 步之后发散</translation>
  </message>
  <message>
   <source>has not converged after {step} steps</source>
   <translation>{step} 步后仍未收敛</translation>
  </message>
  <message>
   <source>loss</source>
   <translation>损失</translation>
  </message>
  <message>
   <source>running: step {step}</source>
   <translation>运行中：第 {step} 步</translation>
  </message>
  <message>
   <source>stalled at step {step}: a second derivative is 0 here: the step is undefined</source>
   <translation>停在第 {step} 步：此处某个二阶导数为 0，下一步没有定义</translation>
  </message>
  <message>
   <source>stalled at step {step}: no minimum of this objective is known: Polyak's step needs the lowest value</source>
   <translation>停在第 {step} 步：该目标函数没有已知的极小值，而 Polyak 步长需要最低值</translation>
  </message>
  <message>
   <source>stalled at step {step}: no probed step along the search direction lowers the loss</source>
   <translation>停在第 {step} 步：沿搜索方向试过的步长都不能降低损失</translation>
  </message>
  <message>
   <source>stalled at step {step}: the Hessian is singular here: Newton's step is undefined</source>
   <translation>停在第 {step} 步：此处海森矩阵奇异，牛顿步没有定义</translation>
  </message>
  <message>
   <source>stalled at step {step}: the iterate no longer moves</source>
   <translation>停在第 {step} 步：迭代点不再移动</translation>
  </message>
  <message>
   <source>stalled at step {step}: the loss keeps falling along the search direction, as far as was searched</source>
   <translation>停在第 {step} 步：在搜索范围内，损失沿搜索方向一直下降</translation>
  </message>
 </context>
 <context>
  <name>parameter</name>
  <message>
   <source>1 falls in a straight line, more falls early.</source>
   <translation>为 1 时线性下降，越大则越早下降。</translation>
  </message>
  <message>
   <source>A start worth looking at; empty: one is chosen.</source>
   <translation>值得一看的起点；留空则自动选择。</translation>
  </message>
  <message>
   <source>Added to every eigenvalue of the Hessian when it is damped.</source>
   <translation>阻尼时加到海森矩阵的每个特征值上。</translation>
  </message>
  <message>
   <source>Added to every second derivative when it is damped.</source>
   <translation>阻尼时加到每个二阶导数上。</translation>
  </message>
  <message>
   <source>Batches whose gradients are added up before an update.</source>
   <translation>每次更新前累加多少个批次的梯度。</translation>
  </message>
  <message>
   <source>Colours.</source>
   <translation>配色。</translation>
  </message>
  <message>
   <source>Columns of the features, joined by |; empty for all but the target.</source>
   <translation>特征所在的列，用 | 分隔；留空表示除目标外的所有列。</translation>
  </message>
  <message>
   <source>Columns of the target, joined by |; empty for the last one.</source>
   <translation>目标所在的列，用 | 分隔；留空表示最后一列。</translation>
  </message>
  <message>
   <source>Decides all that is random.</source>
   <translation>决定一切随机的内容。</translation>
  </message>
  <message>
   <source>Decides the noise.</source>
   <translation>决定噪声。</translation>
  </message>
  <message>
   <source>Decides the points and labels.</source>
   <translation>决定样本点和标签。</translation>
  </message>
  <message>
   <source>Decides the points.</source>
   <translation>决定样本点。</translation>
  </message>
  <message>
   <source>Decrease of the loss that is demanded, as a part of what the slope promises.</source>
   <translation>要求损失下降多少，以坡度所预示的下降量为单位。</translation>
  </message>
  <message>
   <source>Divide by the largest average square so far, never by less.</source>
   <translation>除以迄今最大的平方均值，分母不会变小。</translation>
  </message>
  <message>
   <source>Divide by the spread of the gradient instead of its size.</source>
   <translation>除以梯度的离散程度，而不是其大小。</translation>
  </message>
  <message>
   <source>Edge of the first simplex, along each axis.</source>
   <translation>初始单纯形沿各坐标轴的边长。</translation>
  </message>
  <message>
   <source>Factor by which a length that is too long shrinks (armijo).</source>
   <translation>步长过长时缩小的倍数（Armijo）。</translation>
  </message>
  <message>
   <source>Factor of each fall.</source>
   <translation>每次下降的倍数。</translation>
  </message>
  <message>
   <source>Factor of each step.</source>
   <translation>每一步的倍数。</translation>
  </message>
  <message>
   <source>Factor of the step length when the slope changes its sign.</source>
   <translation>坡度变号时步长的倍数。</translation>
  </message>
  <message>
   <source>Factor of the step length while the slope keeps its sign.</source>
   <translation>坡度不变号时步长的倍数。</translation>
  </message>
  <message>
   <source>Fall back to the start first, then below it.</source>
   <translation>先降回初始值，再降到其下。</translation>
  </message>
  <message>
   <source>First length that is tried, as a multiple of the direction.</source>
   <translation>最先尝试的步长，是搜索方向的倍数。</translation>
  </message>
  <message>
   <source>First length that is tried; at the start, and after a search that found nothing, at most as a distance.</source>
   <translation>最先尝试的步长；在起点处以及搜索落空之后，它也是距离的上限。</translation>
  </message>
  <message>
   <source>Fraction of Newton's step that is taken.</source>
   <translation>实际走牛顿步的几分之几。</translation>
  </message>
  <message>
   <source>Fraction of Polyak's step that is taken.</source>
   <translation>实际走 Polyak 步长的几分之几。</translation>
  </message>
  <message>
   <source>Fraction of lr that it starts from.</source>
   <translation>从学习率的几分之几开始。</translation>
  </message>
  <message>
   <source>Fraction of the step that is taken.</source>
   <translation>实际走该步的几分之几。</translation>
  </message>
  <message>
   <source>Fraction of the steps in which it rises.</source>
   <translation>上升阶段占总步数的比例。</translation>
  </message>
  <message>
   <source>Gradient norm and step length below which a run has converged.</source>
   <translation>梯度范数和步长都低于此值时视为收敛。</translation>
  </message>
  <message>
   <source>Height in pixels.</source>
   <translation>高度，以像素为单位。</translation>
  </message>
  <message>
   <source>Height of the line at 0.</source>
   <translation>直线在 0 处的高度。</translation>
  </message>
  <message>
   <source>Highest power of a feature.</source>
   <translation>特征的最高次幂。</translation>
  </message>
  <message>
   <source>How batches are drawn from the samples.</source>
   <translation>如何从样本中抽取小批量。</translation>
  </message>
  <message>
   <source>How characters are written.</source>
   <translation>字符编码。</translation>
  </message>
  <message>
   <source>How far the highest vertex is reflected.</source>
   <translation>最高顶点反射多远。</translation>
  </message>
  <message>
   <source>How fast it falls: after 1/κ steps it has halved.</source>
   <translation>下降的快慢：1/κ 步之后减半。</translation>
  </message>
  <message>
   <source>How fast the learning rate falls, and how strongly x is pulled towards 0.</source>
   <translation>学习率下降的快慢，以及 x 被拉向 0 的强度。</translation>
  </message>
  <message>
   <source>How fast the learning rate itself falls with the steps.</source>
   <translation>学习率本身随步数下降的快慢。</translation>
  </message>
  <message>
   <source>How fast the momentum rises from β₁/2 to β₁.</source>
   <translation>动量从 β₁/2 升到 β₁ 的快慢。</translation>
  </message>
  <message>
   <source>How many steps are computed.</source>
   <translation>计算多少步。</translation>
  </message>
  <message>
   <source>How many steps are remembered.</source>
   <translation>记住最近多少步。</translation>
  </message>
  <message>
   <source>How many times longer each cycle is than the last.</source>
   <translation>每个周期是上一个周期的多少倍长。</translation>
  </message>
  <message>
   <source>How much farther a good reflection goes.</source>
   <translation>反射效果好时再延伸多远。</translation>
  </message>
  <message>
   <source>How much of the last direction is kept.</source>
   <translation>保留上次方向的多少。</translation>
  </message>
  <message>
   <source>How much of the new gradient is left out.</source>
   <translation>舍去新梯度的多少。</translation>
  </message>
  <message>
   <source>How much of the velocity is kept.</source>
   <translation>保留速度的多少。</translation>
  </message>
  <message>
   <source>How much shorter a poor reflection is.</source>
   <translation>反射效果差时缩短多少。</translation>
  </message>
  <message>
   <source>How often an arm goes round.</source>
   <translation>旋臂绕几圈。</translation>
  </message>
  <message>
   <source>How the learning rate changes with the steps.</source>
   <translation>学习率如何随步数变化。</translation>
  </message>
  <message>
   <source>How the length of the step is found.</source>
   <translation>如何确定步长。</translation>
  </message>
  <message>
   <source>It ends at the start divided by this.</source>
   <translation>终值是初始值除以此数。</translation>
  </message>
  <message>
   <source>It starts from lr divided by this.</source>
   <translation>从学习率除以此数开始。</translation>
  </message>
  <message>
   <source>Keeps the division finite.</source>
   <translation>防止除以零。</translation>
  </message>
  <message>
   <source>Language of the words.</source>
   <translation>文字的语言。</translation>
  </message>
  <message>
   <source>Largest component of the gradient that is used, 0 for no limit.</source>
   <translation>梯度分量的上限，0 表示不限。</translation>
  </message>
  <message>
   <source>Largest x.</source>
   <translation>最大的 x。</translation>
  </message>
  <message>
   <source>Learning rate of the first step.</source>
   <translation>第一步的学习率。</translation>
  </message>
  <message>
   <source>Learning rate: about the length of a step in each coordinate.</source>
   <translation>学习率：大致等于每个坐标上一步的长度。</translation>
  </message>
  <message>
   <source>Learning rate: about the length of the first step in each coordinate.</source>
   <translation>学习率：大致等于每个坐标上第一步的长度。</translation>
  </message>
  <message>
   <source>Learning rate: the length of a step is proportional to it.</source>
   <translation>学习率：步长与之成正比。</translation>
  </message>
  <message>
   <source>Learning rate: the length of every step in each coordinate.</source>
   <translation>学习率：每个坐标上每一步的长度。</translation>
  </message>
  <message>
   <source>Learning rate; the first steps are its multiples of the plain gradient.</source>
   <translation>学习率；最初几步是它乘以梯度。</translation>
  </message>
  <message>
   <source>Length of the first step in each coordinate.</source>
   <translation>每个坐标上第一步的长度。</translation>
  </message>
  <message>
   <source>Longest gradient that is used, 0 for no limit: a longer one is shortened.</source>
   <translation>梯度范数的上限，超过则缩短；0 表示不限。</translation>
  </message>
  <message>
   <source>Longest step.</source>
   <translation>最长的步子。</translation>
  </message>
  <message>
   <source>Memory of the gradient's square.</source>
   <translation>梯度平方滑动平均的系数。</translation>
  </message>
  <message>
   <source>Memory of the gradient's square; textbooks say 0.9.</source>
   <translation>梯度平方滑动平均的系数；教科书常取 0.9。</translation>
  </message>
  <message>
   <source>Memory of the gradient.</source>
   <translation>梯度滑动平均的系数。</translation>
  </message>
  <message>
   <source>Memory of the largest gradient.</source>
   <translation>最大梯度的衰减系数。</translation>
  </message>
  <message>
   <source>Memory of the squared gradients and steps.</source>
   <translation>梯度平方与步长平方滑动平均的系数。</translation>
  </message>
  <message>
   <source>Memory of the surprise's square.</source>
   <translation>预测偏差平方滑动平均的系数。</translation>
  </message>
  <message>
   <source>Most lengths that are tried in one search.</source>
   <translation>一次搜索最多尝试多少个步长。</translation>
  </message>
  <message>
   <source>Multiplies the step that the method chooses; 1 is the paper's method.</source>
   <translation>乘在该方法所选的步长上；1 即原论文的方法。</translation>
  </message>
  <message>
   <source>Nodes of the hidden layer.</source>
   <translation>隐藏层的节点数。</translation>
  </message>
  <message>
   <source>Number of arms.</source>
   <translation>旋臂的数目。</translation>
  </message>
  <message>
   <source>Number of classes.</source>
   <translation>类别数。</translation>
  </message>
  <message>
   <source>Number of labels.</source>
   <translation>标签数。</translation>
  </message>
  <message>
   <source>Number of samples.</source>
   <translation>样本数。</translation>
  </message>
  <message>
   <source>Pictures in a second of film.</source>
   <translation>动画每秒的帧数。</translation>
  </message>
  <message>
   <source>Power with which the learning rate falls.</source>
   <translation>学习率下降的幂次。</translation>
  </message>
  <message>
   <source>Pull towards 0 apart from the gradient, as AdamW does.</source>
   <translation>像 AdamW 那样，不经梯度而把参数拉向 0。</translation>
  </message>
  <message>
   <source>Pulls every parameter towards 0, apart from the gradient.</source>
   <translation>不经梯度，把每个参数拉向 0。</translation>
  </message>
  <message>
   <source>Pulls every parameter towards 0, through the gradient.</source>
   <translation>经由梯度，把每个参数拉向 0。</translation>
  </message>
  <message>
   <source>Radius of the inner circle.</source>
   <translation>内圆的半径。</translation>
  </message>
  <message>
   <source>Samples in a batch, 0 for all of them.</source>
   <translation>每个批次的样本数，0 表示全部。</translation>
  </message>
  <message>
   <source>Sets the length of the first steps.</source>
   <translation>决定最初几步的长度。</translation>
  </message>
  <message>
   <source>Share of the average gradient in the step.</source>
   <translation>平均梯度在步中所占的比例。</translation>
  </message>
  <message>
   <source>Share of the average square in the divisor.</source>
   <translation>平方均值在分母中所占的比例。</translation>
  </message>
  <message>
   <source>Share of the running average in the step.</source>
   <translation>滑动平均在步中所占的比例。</translation>
  </message>
  <message>
   <source>Shift and scale every feature to mean 0 and standard deviation 1.</source>
   <translation>将每个特征平移、缩放到均值 0、标准差 1。</translation>
  </message>
  <message>
   <source>Shortest step.</source>
   <translation>最短的步子。</translation>
  </message>
  <message>
   <source>Size of the simplex after it shrinks, as a part of that before.</source>
   <translation>单纯形收缩后与收缩前的大小之比。</translation>
  </message>
  <message>
   <source>Slope of the line.</source>
   <translation>直线的斜率。</translation>
  </message>
  <message>
   <source>Slope that may be left after the step, as a part of the first slope (wolfe).</source>
   <translation>走完一步后允许剩余的坡度，以初始坡度为单位（Wolfe）。</translation>
  </message>
  <message>
   <source>Smallest x.</source>
   <translation>最小的 x。</translation>
  </message>
  <message>
   <source>Standard deviation of each cloud.</source>
   <translation>每团点云的标准差。</translation>
  </message>
  <message>
   <source>Standard deviation of noise added to the gradient, 0 for the scenario's.</source>
   <translation>加到梯度上的噪声的标准差，0 表示沿用全局设置。</translation>
  </message>
  <message>
   <source>Standard deviation of the noise on every gradient.</source>
   <translation>每个梯度上噪声的标准差。</translation>
  </message>
  <message>
   <source>Standard deviation of the points about the arms.</source>
   <translation>点偏离旋臂的标准差。</translation>
  </message>
  <message>
   <source>Standard deviation of the points about the circles.</source>
   <translation>点偏离圆周的标准差。</translation>
  </message>
  <message>
   <source>Standard deviation of the points about the half circles.</source>
   <translation>点偏离半圆的标准差。</translation>
  </message>
  <message>
   <source>Standard deviation of the targets about the line.</source>
   <translation>目标偏离直线的标准差。</translation>
  </message>
  <message>
   <source>Standard deviation of the targets about their lines.</source>
   <translation>目标偏离各自直线的标准差。</translation>
  </message>
  <message>
   <source>Standard deviation of what blurs each label's line.</source>
   <translation>使各标签分界线模糊的噪声的标准差。</translation>
  </message>
  <message>
   <source>Step after which the iterates are averaged.</source>
   <translation>从这一步之后开始对迭代点取平均。</translation>
  </message>
  <message>
   <source>Step that is shown, -1 for the last; a film ends there.</source>
   <translation>显示哪一步，-1 表示最后一步；动画到此结束。</translation>
  </message>
  <message>
   <source>Steps after which the direction starts afresh; 0: only where it must.</source>
   <translation>每隔多少步重置方向；0 表示仅在必要时。</translation>
  </message>
  <message>
   <source>Steps at which it falls.</source>
   <translation>在哪些步下降。</translation>
  </message>
  <message>
   <source>Steps between two falls.</source>
   <translation>两次下降之间的步数。</translation>
  </message>
  <message>
   <source>Steps of the cycle.</source>
   <translation>周期的步数。</translation>
  </message>
  <message>
   <source>Steps of the first cycle.</source>
   <translation>第一个周期的步数。</translation>
  </message>
  <message>
   <source>Steps until it has risen to lr.</source>
   <translation>升到设定学习率所需的步数。</translation>
  </message>
  <message>
   <source>Steps until it is 0.</source>
   <translation>降到 0 所需的步数。</translation>
  </message>
  <message>
   <source>Steps until it is lowest.</source>
   <translation>降到最低所需的步数。</translation>
  </message>
  <message>
   <source>The file; a scenario's relative path counts from the scenario's folder.</source>
   <translation>文件；场景中的相对路径从场景所在的文件夹算起。</translation>
  </message>
  <message>
   <source>The function to minimise, of x or of x and y.</source>
   <translation>要最小化的函数，自变量为 x 或 x 与 y。</translation>
  </message>
  <message>
   <source>The lowest learning rate.</source>
   <translation>最低的学习率。</translation>
  </message>
  <message>
   <source>The lowest value, where it is given.</source>
   <translation>给定的最低值。</translation>
  </message>
  <message>
   <source>The shape of each rise and fall.</source>
   <translation>上升与下降的曲线形状。</translation>
  </message>
  <message>
   <source>Weight of the memory in the direction of the step.</source>
   <translation>步的方向中动量所占的权重。</translation>
  </message>
  <message>
   <source>What bends the sums of the hidden nodes.</source>
   <translation>隐藏节点的激活函数。</translation>
  </message>
  <message>
   <source>What follows.</source>
   <translation>预热之后采用的调度。</translation>
  </message>
  <message>
   <source>What is done about curvature that is not positive.</source>
   <translation>曲率不为正时如何处理。</translation>
  </message>
  <message>
   <source>What it shows, in a few words.</source>
   <translation>用几个字说明它展示什么。</translation>
  </message>
  <message>
   <source>What parts the cells.</source>
   <translation>单元格的分隔符。</translation>
  </message>
  <message>
   <source>What parts whole numbers from decimals.</source>
   <translation>小数点的写法。</translation>
  </message>
  <message>
   <source>What the sum of squares starts from.</source>
   <translation>平方和的初始值。</translation>
  </message>
  <message>
   <source>What the target is: numbers, a class, or labels of 0 and 1.</source>
   <translation>目标是什么：数值、类别，还是 0 和 1 的标签。</translation>
  </message>
  <message>
   <source>What to look for and what to try.</source>
   <translation>看什么，试什么。</translation>
  </message>
  <message>
   <source>What v starts from.</source>
   <translation>v 的初始值。</translation>
  </message>
  <message>
   <source>Whether the first row holds the columns' names.</source>
   <translation>第一行是否为列名。</translation>
  </message>
  <message>
   <source>Whether the values of x are evenly spaced or drawn uniformly.</source>
   <translation>x 的取值是等间距还是均匀随机抽取。</translation>
  </message>
  <message>
   <source>Which lowest value is aimed at: that of the objective's known minimum, or f_star.</source>
   <translation>以哪个最低值为目标：目标函数已知的最小值，还是 f_star。</translation>
  </message>
  <message>
   <source>Width in pixels.</source>
   <translation>宽度，以像素为单位。</translation>
  </message>
  <message>
   <source>accumulate</source>
   <translation>梯度累积</translation>
  </message>
  <message>
   <source>activation</source>
   <translation>激活函数</translation>
  </message>
  <message>
   <source>alpha</source>
   <translation>系数</translation>
  </message>
  <message>
   <source>amsgrad</source>
   <translation>AMSGrad</translation>
  </message>
  <message>
   <source>anneal strategy</source>
   <translation>退火方式</translation>
  </message>
  <message>
   <source>at</source>
   <translation>步</translation>
  </message>
  <message>
   <source>batch size</source>
   <translation>批量大小</translation>
  </message>
  <message>
   <source>beta</source>
   <translation>共轭系数</translation>
  </message>
  <message>
   <source>beta1</source>
   <translation>一阶矩系数</translation>
  </message>
  <message>
   <source>beta2</source>
   <translation>二阶矩系数</translation>
  </message>
  <message>
   <source>box</source>
   <translation>范围</translation>
  </message>
  <message>
   <source>c1</source>
   <translation>下降条件</translation>
  </message>
  <message>
   <source>c2</source>
   <translation>曲率条件</translation>
  </message>
  <message>
   <source>centered</source>
   <translation>中心化</translation>
  </message>
  <message>
   <source>classes</source>
   <translation>类别数</translation>
  </message>
  <message>
   <source>clip norm</source>
   <translation>范数裁剪</translation>
  </message>
  <message>
   <source>clip value</source>
   <translation>数值裁剪</translation>
  </message>
  <message>
   <source>contraction</source>
   <translation>收缩系数</translation>
  </message>
  <message>
   <source>dampening</source>
   <translation>抑制系数</translation>
  </message>
  <message>
   <source>damping</source>
   <translation>阻尼</translation>
  </message>
  <message>
   <source>decay</source>
   <translation>衰减率</translation>
  </message>
  <message>
   <source>decimal</source>
   <translation>小数点</translation>
  </message>
  <message>
   <source>decoupled weight decay</source>
   <translation>解耦权重衰减</translation>
  </message>
  <message>
   <source>degree</source>
   <translation>次数</translation>
  </message>
  <message>
   <source>delimiter</source>
   <translation>分隔符</translation>
  </message>
  <message>
   <source>div factor</source>
   <translation>初始除数</translation>
  </message>
  <message>
   <source>encoding</source>
   <translation>编码</translation>
  </message>
  <message>
   <source>eps</source>
   <translation>平滑项</translation>
  </message>
  <message>
   <source>eta min</source>
   <translation>最低学习率</translation>
  </message>
  <message>
   <source>eta minus</source>
   <translation>缩小倍数</translation>
  </message>
  <message>
   <source>eta plus</source>
   <translation>放大倍数</translation>
  </message>
  <message>
   <source>expansion</source>
   <translation>扩展系数</translation>
  </message>
  <message>
   <source>f</source>
   <translation>函数</translation>
  </message>
  <message>
   <source>f star</source>
   <translation>最低值</translation>
  </message>
  <message>
   <source>factor</source>
   <translation>半径比</translation>
  </message>
  <message>
   <source>features</source>
   <translation>特征列</translation>
  </message>
  <message>
   <source>final div factor</source>
   <translation>最终除数</translation>
  </message>
  <message>
   <source>first step</source>
   <translation>初始步长</translation>
  </message>
  <message>
   <source>fps</source>
   <translation>每秒帧数</translation>
  </message>
  <message>
   <source>gamma</source>
   <translation>衰减倍数</translation>
  </message>
  <message>
   <source>header</source>
   <translation>表头</translation>
  </message>
  <message>
   <source>height</source>
   <translation>高度</translation>
  </message>
  <message>
   <source>hessian</source>
   <translation>海森矩阵</translation>
  </message>
  <message>
   <source>hidden</source>
   <translation>隐藏节点</translation>
  </message>
  <message>
   <source>high</source>
   <translation>上限</translation>
  </message>
  <message>
   <source>history size</source>
   <translation>记忆步数</translation>
  </message>
  <message>
   <source>initial accumulator value</source>
   <translation>累积初值</translation>
  </message>
  <message>
   <source>initial size</source>
   <translation>初始边长</translation>
  </message>
  <message>
   <source>intercept</source>
   <translation>截距</translation>
  </message>
  <message>
   <source>labels</source>
   <translation>标签数</translation>
  </message>
  <message>
   <source>lambd</source>
   <translation>衰减系数</translation>
  </message>
  <message>
   <source>lang</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>low</source>
   <translation>下限</translation>
  </message>
  <message>
   <source>lowest</source>
   <translation>最低值来源</translation>
  </message>
  <message>
   <source>low|high of x, and of y if it differs.</source>
   <translation>x 的 下限|上限；y 若不同则另外给出。</translation>
  </message>
  <message>
   <source>lr</source>
   <translation>学习率</translation>
  </message>
  <message>
   <source>lr decay</source>
   <translation>学习率衰减</translation>
  </message>
  <message>
   <source>milestones</source>
   <translation>下降步</translation>
  </message>
  <message>
   <source>momentum</source>
   <translation>动量</translation>
  </message>
  <message>
   <source>momentum decay</source>
   <translation>动量衰减</translation>
  </message>
  <message>
   <source>most probes</source>
   <translation>最多尝试</translation>
  </message>
  <message>
   <source>n</source>
   <translation>样本数</translation>
  </message>
  <message>
   <source>noise</source>
   <translation>噪声</translation>
  </message>
  <message>
   <source>nu</source>
   <translation>平均占比</translation>
  </message>
  <message>
   <source>nu1</source>
   <translation>动量占比</translation>
  </message>
  <message>
   <source>nu2</source>
   <translation>平方占比</translation>
  </message>
  <message>
   <source>order</source>
   <translation>抽样方式</translation>
  </message>
  <message>
   <source>path</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>pct start</source>
   <translation>上升比例</translation>
  </message>
  <message>
   <source>power</source>
   <translation>幂次</translation>
  </message>
  <message>
   <source>reflection</source>
   <translation>反射系数</translation>
  </message>
  <message>
   <source>restart</source>
   <translation>重启间隔</translation>
  </message>
  <message>
   <source>rho</source>
   <translation>衰减系数</translation>
  </message>
  <message>
   <source>schedule</source>
   <translation>学习率调度</translation>
  </message>
  <message>
   <source>search</source>
   <translation>搜索方式</translation>
  </message>
  <message>
   <source>seed</source>
   <translation>随机种子</translation>
  </message>
  <message>
   <source>shrink</source>
   <translation>缩小倍数</translation>
  </message>
  <message>
   <source>slope</source>
   <translation>斜率</translation>
  </message>
  <message>
   <source>spacing</source>
   <translation>间距</translation>
  </message>
  <message>
   <source>standardise</source>
   <translation>标准化</translation>
  </message>
  <message>
   <source>start at</source>
   <translation>起点</translation>
  </message>
  <message>
   <source>start factor</source>
   <translation>起始比例</translation>
  </message>
  <message>
   <source>step max</source>
   <translation>最大步长</translation>
  </message>
  <message>
   <source>step min</source>
   <translation>最小步长</translation>
  </message>
  <message>
   <source>step size</source>
   <translation>间隔步数</translation>
  </message>
  <message>
   <source>steps</source>
   <translation>步数</translation>
  </message>
  <message>
   <source>t 0</source>
   <translation>首个周期</translation>
  </message>
  <message>
   <source>t max</source>
   <translation>周期</translation>
  </message>
  <message>
   <source>t mult</source>
   <translation>周期倍数</translation>
  </message>
  <message>
   <source>t0</source>
   <translation>起始步</translation>
  </message>
  <message>
   <source>target</source>
   <translation>目标列</translation>
  </message>
  <message>
   <source>task</source>
   <translation>任务</translation>
  </message>
  <message>
   <source>text</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>then</source>
   <translation>之后</translation>
  </message>
  <message>
   <source>three phase</source>
   <translation>三阶段</translation>
  </message>
  <message>
   <source>title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>tolerance</source>
   <translation>容差</translation>
  </message>
  <message>
   <source>total iters</source>
   <translation>总步数</translation>
  </message>
  <message>
   <source>total steps</source>
   <translation>总步数</translation>
  </message>
  <message>
   <source>turns</source>
   <translation>圈数</translation>
  </message>
  <message>
   <source>weight decay</source>
   <translation>权重衰减</translation>
  </message>
  <message>
   <source>width</source>
   <translation>宽度</translation>
  </message>
 </context>
 <context>
  <name>refused</name>
  <message>
   <source>; did you mean {name}?</source>
   <translation>；是否想输入 {name}？</translation>
  </message>
  <message>
   <source>Device or resource busy</source>
   <translation>设备或资源正忙</translation>
  </message>
  <message>
   <source>Disk quota exceeded</source>
   <translation>超出磁盘配额</translation>
  </message>
  <message>
   <source>File exists</source>
   <translation>文件已存在</translation>
  </message>
  <message>
   <source>File name too long</source>
   <translation>文件名过长</translation>
  </message>
  <message>
   <source>Input/output error</source>
   <translation>读写错误</translation>
  </message>
  <message>
   <source>Is a directory</source>
   <translation>这是一个文件夹</translation>
  </message>
  <message>
   <source>MP4 needs the library av: pip install 'gdviz[video]'</source>
   <translation>导出 MP4 需要 av 库：pip install 'gdviz[video]'</translation>
  </message>
  <message>
   <source>No space left on device</source>
   <translation>磁盘空间已满</translation>
  </message>
  <message>
   <source>No such file or directory</source>
   <translation>文件或文件夹不存在</translation>
  </message>
  <message>
   <source>Not a directory</source>
   <translation>这不是文件夹</translation>
  </message>
  <message>
   <source>Operation not permitted</source>
   <translation>操作不被允许</translation>
  </message>
  <message>
   <source>Permission denied</source>
   <translation>没有权限</translation>
  </message>
  <message>
   <source>Read-only file system</source>
   <translation>文件系统只读</translation>
  </message>
  <message>
   <source>a finite number</source>
   <translation>有限的数</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>整数</translation>
  </message>
  <message>
   <source>csv: path is needed: the file to read</source>
   <translation>csv：需要给出路径，即要读取的文件</translation>
  </message>
  <message>
   <source>dataset</source>
   <translation>数据集</translation>
  </message>
  <message>
   <source>exhaustive search: at least 1 and at most {most} points, not {n}</source>
   <translation>穷举搜索：至少 1 个、最多 {most} 个点，不能是 {n} 个</translation>
  </message>
  <message>
   <source>exhaustive search: at most {most} points</source>
   <translation>穷举搜索：最多 {most} 个点</translation>
  </message>
  <message>
   <source>exhaustive search: from {low} to {high} in steps of {step} is no grid</source>
   <translation>穷举搜索：从 {low} 到 {high}、步长 {step} 不能构成网格</translation>
  </message>
  <message>
   <source>exhaustive search: {wanted} parameters need as many lists of values, not {n}</source>
   <translation>穷举搜索：{wanted} 个参数需要同样多的取值列表，不能是 {n} 个</translation>
  </message>
  <message>
   <source>larger than {most} bytes</source>
   <translation>大于 {most} 字节</translation>
  </message>
  <message>
   <source>line: high must be greater than low ({low}), not {high}</source>
   <translation>直线：上限必须大于下限（{low}），不能是 {high}</translation>
  </message>
  <message>
   <source>logistic: two classes are needed, not {n}; softmax takes more</source>
   <translation>逻辑回归：需要两个类别，不能是 {n} 个；类别更多时用 Softmax 回归</translation>
  </message>
  <message>
   <source>loss</source>
   <translation>损失函数</translation>
  </message>
  <message>
   <source>model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>must be in {within}</source>
   <translation>必须在 {within} 之内</translation>
  </message>
  <message>
   <source>must be {what}, not {value}</source>
   <translation>必须是{what}，不能是“{value}”</translation>
  </message>
  <message>
   <source>nested too deeply</source>
   <translation>嵌套太深</translation>
  </message>
  <message>
   <source>no start {row}: there are {n}, counted from 0</source>
   <translation>没有起点 {row}：共有 {n} 个，从 0 数起</translation>
  </message>
  <message>
   <source>not TOML: {fault}</source>
   <translation>不是 TOML：{fault}</translation>
  </message>
  <message>
   <source>not UTF-8 text</source>
   <translation>不是 UTF-8 文本</translation>
  </message>
  <message>
   <source>numbers</source>
   <translation>数</translation>
  </message>
  <message>
   <source>objective</source>
   <translation>目标函数</translation>
  </message>
  <message>
   <source>optimizer</source>
   <translation>优化器</translation>
  </message>
  <message>
   <source>pairs of numbers low|high</source>
   <translation>成对的数 下限|上限</translation>
  </message>
  <message>
   <source>predict: {names} needs {wanted} numbers, not {n}</source>
   <translation>预测：{names} 需要 {wanted} 个数，不能是 {n} 个</translation>
  </message>
  <message>
   <source>rule: unknown name {name!r}{hint}</source>
   <translation>规则：未知的名称“{name}”{hint}</translation>
  </message>
  <message>
   <source>rule: {equation!r} must be written name = formula</source>
   <translation>规则：“{equation}”必须写成 名称 = 公式</translation>
  </message>
  <message>
   <source>scenario: at least one run is needed</source>
   <translation>场景：至少需要一次运行</translation>
  </message>
  <message>
   <source>scenario: at least one start is needed</source>
   <translation>场景：至少需要一个起点</translation>
  </message>
  <message>
   <source>scenario: at most {most} runs, not {n}</source>
   <translation>场景：最多 {most} 次运行，不能有 {n} 次</translation>
  </message>
  <message>
   <source>scenario: at most {most} starts, not {n}</source>
   <translation>场景：最多 {most} 个起点，不能有 {n} 个</translation>
  </message>
  <message>
   <source>scenario: each of 'runs' must be a table</source>
   <translation>场景：“runs”的每一项都必须是表</translation>
  </message>
  <message>
   <source>scenario: either 'objective' or 'model' and 'data', not both</source>
   <translation>场景：“objective”与“model”加“data”只能二选一</translation>
  </message>
  <message>
   <source>scenario: format must be {known}, not {number!r}</source>
   <translation>场景：format 必须是 {known}，不能是“{number}”</translation>
  </message>
  <message>
   <source>scenario: runs × starts × steps may be at most {most}</source>
   <translation>场景：运行数 × 起点数 × 步数最多为 {most}</translation>
  </message>
  <message>
   <source>scenario: the key {key!r} is missing</source>
   <translation>场景：缺少键“{key}”</translation>
  </message>
  <message>
   <source>scenario: unknown key {key!r}{hint}</source>
   <translation>场景：未知的键“{key}”{hint}</translation>
  </message>
  <message>
   <source>scenario: {key!r} must be a list</source>
   <translation>场景：“{key}”必须是列表</translation>
  </message>
  <message>
   <source>scenario: {name} needs {wanted} coordinates, not {n}</source>
   <translation>场景：{name}需要 {wanted} 个坐标，不能是 {n} 个</translation>
  </message>
  <message>
   <source>schedule</source>
   <translation>学习率调度</translation>
  </message>
  <message>
   <source>softmax: at least two classes are needed, not {n}</source>
   <translation>Softmax 回归：至少需要两个类别，不能是 {n} 个</translation>
  </message>
  <message>
   <source>step {step} is not recorded: there are steps 0 to {last}</source>
   <translation>第 {step} 步没有记录：只有第 0 到 {last} 步</translation>
  </message>
  <message>
   <source>text</source>
   <translation>文字</translation>
  </message>
  <message>
   <source>true or false</source>
   <translation>true 或 false</translation>
  </message>
  <message>
   <source>unknown ending {ending!r} of {name!r}; known: {known}{hint}</source>
   <translation>“{name}”的扩展名“{ending}”未知；可用：{known}{hint}</translation>
  </message>
  <message>
   <source>unknown scenario {name!r}{hint}</source>
   <translation>未知的场景“{name}”{hint}</translation>
  </message>
  <message>
   <source>unknown {family} {kind!r}{hint}</source>
   <translation>未知的{family}“{kind}”{hint}</translation>
  </message>
  <message>
   <source>{family}: a table with a key 'kind' is needed</source>
   <translation>{family}：需要一个含有键“kind”的表</translation>
  </message>
  <message>
   <source>{kind}: a constant part is {value:g}, not within ±{most:g} (character {character})</source>
   <translation>{kind}：常数部分为 {value:g}，超出 ±{most:g}（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: an exponent may be at most {most}, not {value:g} (character {character})</source>
   <translation>{kind}：指数最大为 {most}，不能是 {value:g}（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: an operator is missing after {name!r} (character {character})</source>
   <translation>{kind}：“{name}”之后缺少运算符（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: an operator is missing before {near!r} (character {character})</source>
   <translation>{kind}：“{near}”之前缺少运算符（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: box must be low|high for each of x and y, not {n} pairs</source>
   <translation>{kind}：范围必须为 x 和 y 各给出 下限|上限，不能是 {n} 对</translation>
  </message>
  <message>
   <source>{kind}: box must have low &lt; high, not {low}|{high}</source>
   <translation>{kind}：范围的下限必须小于上限，不能是 {low}|{high}</translation>
  </message>
  <message>
   <source>{kind}: c1 must be below c2</source>
   <translation>{kind}：c1 必须小于 c2</translation>
  </message>
  <message>
   <source>{kind}: cannot be fitted to {task}; fitting models: {fitting}</source>
   <translation>{kind}：不能用于 {task} 任务；合适的模型：{fitting}</translation>
  </message>
  <message>
   <source>{kind}: comparisons stand only in where(condition, a, b) (character {character})</source>
   <translation>{kind}：比较只能用在 where(x &lt; 1, a, b) 中（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: expected name=value, not {item!r}</source>
   <translation>{kind}：应为 名称=值，不能是“{item}”</translation>
  </message>
  <message>
   <source>{kind}: longer than {most} characters</source>
   <translation>{kind}：超过 {most} 个字符</translation>
  </message>
  <message>
   <source>{kind}: more than {most} numbers, names and operations (character {character})</source>
   <translation>{kind}：数、名称和运算超过 {most} 个（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: nested more than {most} deep (character {character})</source>
   <translation>{kind}：嵌套超过 {most} 层（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: start_at must be {wanted} numbers, not {n}</source>
   <translation>{kind}：起点必须是 {wanted} 个数，不能是 {n} 个</translation>
  </message>
  <message>
   <source>{kind}: step_min must not be larger than step_max</source>
   <translation>{kind}：最小步长不能大于最大步长</translation>
  </message>
  <message>
   <source>{kind}: the bracket opened here is never closed (character {character})</source>
   <translation>{kind}：此处的左括号没有闭合（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: the bracket that closes here was never opened (character {character})</source>
   <translation>{kind}：此处的右括号没有对应的左括号（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: the first argument of where is one comparison, like x &lt; 1 (character {character})</source>
   <translation>{kind}：where 的第一个参数必须是一个比较，如 x &lt; 1（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: the formula ends too early (character {character})</source>
   <translation>{kind}：公式不完整（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: the formula is empty</source>
   <translation>{kind}：公式为空</translation>
  </message>
  <message>
   <source>{kind}: this cannot be read: {near!r} (character {character})</source>
   <translation>{kind}：无法识别“{near}”（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: unknown function {name!r}{hint} (character {character})</source>
   <translation>{kind}：未知的函数“{name}”{hint}（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: unknown name {name!r}{hint} (character {character})</source>
   <translation>{kind}：未知的名称“{name}”{hint}（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: unknown parameter {name!r}{hint}</source>
   <translation>{kind}：未知的参数“{name}”{hint}</translation>
  </message>
  <message>
   <source>{kind}: {name} is given twice</source>
   <translation>{kind}：{name} 给出了两次</translation>
  </message>
  <message>
   <source>{kind}: {name} must be in {within}, not {value}</source>
   <translation>{kind}：{name} 必须在 {within} 之内，不能是 {value}</translation>
  </message>
  <message>
   <source>{kind}: {name} must be one of {choices}, not {value!r}{hint}</source>
   <translation>{kind}：{name} 必须是 {choices} 之一，不能是“{value}”{hint}</translation>
  </message>
  <message>
   <source>{kind}: {name} must be written name(key=value), not {value!r}</source>
   <translation>{kind}：{name} 必须写成 名称(键=值)，不能是“{value}”</translation>
  </message>
  <message>
   <source>{kind}: {name} must be {what}, not {value!r}</source>
   <translation>{kind}：{name} 必须是{what}，不能是“{value}”</translation>
  </message>
  <message>
   <source>{kind}: {name} needs its argument in brackets (character {character})</source>
   <translation>{kind}：{name} 的参数要放在括号里（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: {name} takes {wanted} arguments, not {n} (character {character})</source>
   <translation>{kind}：{name} 需要 {wanted} 个参数，不能是 {n} 个（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: {sign!r} cannot stand in a formula (character {character})</source>
   <translation>{kind}：公式中不能出现“{sign}”（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{path}: cannot be read: {why}</source>
   <translation>{path}：无法读取：{why}</translation>
  </message>
  <message>
   <source>{path}: classes stand in one column, not in {n}</source>
   <translation>{path}：类别只能占一列，不能占 {n} 列</translation>
  </message>
  <message>
   <source>{path}: column {name!r} has {n} classes; at most {most} are read</source>
   <translation>{path}：“{name}”列有 {n} 个类别；最多读取 {most} 个</translation>
  </message>
  <message>
   <source>{path}: column {name!r} is chosen twice</source>
   <translation>{path}：“{name}”列被选了两次</translation>
  </message>
  <message>
   <source>{path}: is empty</source>
   <translation>{path}：文件为空</translation>
  </message>
  <message>
   <source>{path}: is not text in {known}</source>
   <translation>{path}：不是 {known} 编码的文本</translation>
  </message>
  <message>
   <source>{path}: larger than {most} bytes</source>
   <translation>{path}：大于 {most} 字节</translation>
  </message>
  <message>
   <source>{path}: no column is left for the features</source>
   <translation>{path}：没有剩下可作特征的列</translation>
  </message>
  <message>
   <source>{path}: no column {name!r}{hint}; there are {names}</source>
   <translation>{path}：没有“{name}”列{hint}；现有的列：{names}</translation>
  </message>
  <message>
   <source>{path}: no row has all the cells that are needed</source>
   <translation>{path}：没有一行含有所需的全部单元格</translation>
  </message>
  <message>
   <source>{path}: only one column is there; a feature and a target are needed</source>
   <translation>{path}：只有一列；特征和目标至少各需一列</translation>
  </message>
  <message>
   <source>{path}: row {row} has {n} cells, but there are {wanted} columns</source>
   <translation>{path}：第 {row} 行有 {n} 个单元格，而共有 {wanted} 列</translation>
  </message>
  <message>
   <source>{path}: row {row}, column {column!r}: a label is 0 or 1, not {value}</source>
   <translation>{path}：第 {row} 行“{column}”列：标签只能是 0 或 1，不能是 {value}</translation>
  </message>
  <message>
   <source>{path}: row {row}, column {column!r}: {cell!r} is not a finite number</source>
   <translation>{path}：第 {row} 行“{column}”列：“{cell}”不是有限的数</translation>
  </message>
  <message>
   <source>{path}: there are no rows</source>
   <translation>{path}：没有数据行</translation>
  </message>
  <message>
   <source>{path}: there are no rows below the header</source>
   <translation>{path}：表头之下没有数据行</translation>
  </message>
  <message>
   <source>{path}: {fault}</source>
   <translation>{path}：{fault}</translation>
  </message>
 </context>
 <context>
  <name>remark</name>
  <message>
   <source>cells are parted by {delimiter}</source>
   <translation>单元格以 {delimiter} 分隔</translation>
  </message>
  <message>
   <source>column {number} is called {name!r}</source>
   <translation>第 {number} 列命名为“{name}”</translation>
  </message>
  <message>
   <source>features: {features}; target: {target}</source>
   <translation>特征：{features}；目标：{target}</translation>
  </message>
  <message>
   <source>numbers have a decimal comma</source>
   <translation>数字用逗号作小数点</translation>
  </message>
  <message>
   <source>read as {found}</source>
   <translation>按 {found} 编码读取</translation>
  </message>
  <message>
   <source>the classes of {name!r} are numbered: {classes}</source>
   <translation>“{name}”的类别编号为：{classes}</translation>
  </message>
  <message>
   <source>there is no header: the columns are called {names}</source>
   <translation>没有表头：各列命名为 {names}</translation>
  </message>
  <message>
   <source>{count} lines with # before the table are left out</source>
   <translation>略去表格之前以 # 开头的 {count} 行</translation>
  </message>
  <message>
   <source>{count} rows with missing cells are left out: {rows}</source>
   <translation>略去缺少单元格的 {count} 行：{rows}</translation>
  </message>
 </context>
 <context>
  <name>scenario</name>
  <message>
   <source>A good and a poor minimum. With a moderate learning rate the nearest one wins; with η = 2 the deep minimum is too sharp to stay in (its limit is 1.10), but the poor one is not (2.04). Drag the start and see which valley a path ends in.</source>
   <translation>一深一浅两个极小值。学习率适中时，路径止于最近的一个；η = 2 时，深的极小值太尖锐，停不住（其上限是 1.10），浅的却停得住（2.04）。拖动起点，看看路径止于哪个山谷。</translation>
  </message>
  <message>
   <source>A ravine, three ways</source>
   <translation>三种方法过峡谷</translation>
  </message>
  <message>
   <source>Learning rate: too small, right, too large</source>
   <translation>学习率：太小、合适、太大</translation>
  </message>
  <message>
   <source>Local and global minimum</source>
   <translation>局部极小与全局最小</translation>
  </message>
  <message>
   <source>The valley is 20 times steeper across than along. Gradient descent zigzags between the walls, momentum swings and gathers speed along the floor, Adam gives each direction its own step.</source>
   <translation>山谷的横向曲率是纵向的 20 倍。梯度下降在谷壁之间来回震荡，动量法一边摆动一边沿谷底加速，Adam 给每个方向各自的步长。</translation>
  </message>
  <message>
   <source>Three runs of gradient descent on x² from the same start. Each step multiplies x by 1 − 2η. Which learning rate arrives first, and what does a rate above 1 do?</source>
   <translation>在 x² 上从同一起点做三次梯度下降。每一步把 x 乘以 1 − 2η。哪个学习率最先到达？学习率大于 1 又会怎样？</translation>
  </message>
 </context>
 <context>
  <name>term</name>
  <message>
   <source>decay</source>
   <translation>衰减</translation>
  </message>
  <message>
   <source>direction</source>
   <translation>方向</translation>
  </message>
  <message>
   <source>gradient</source>
   <translation>梯度</translation>
  </message>
  <message>
   <source>memory</source>
   <translation>动量</translation>
  </message>
  <message>
   <source>next</source>
   <translation>下一点</translation>
  </message>
  <message>
   <source>position</source>
   <translation>位置</translation>
  </message>
  <message>
   <source>step</source>
   <translation>位移</translation>
  </message>
  <message>
   <source>velocity</source>
   <translation>速度</translation>
  </message>
 </context>
 <context>
  <name>window</name>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>10 steps</source>
   <translation>前进 10 步</translation>
  </message>
  <message>
   <source>10 steps back</source>
   <translation>后退 10 步</translation>
  </message>
  <message>
   <source>About gdviz</source>
   <translation>关于 gdviz</translation>
  </message>
  <message>
   <source>Add a start</source>
   <translation>添加起点</translation>
  </message>
  <message>
   <source>Add optimizer</source>
   <translation>添加优化器</translation>
  </message>
  <message>
   <source>Arrows of the step</source>
   <translation>本步的箭头</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <source>Back to the start</source>
   <translation>回到起点</translation>
  </message>
  <message>
   <source>Blue bands</source>
   <translation>蓝色色带</translation>
  </message>
  <message>
   <source>Change optimizer</source>
   <translation>更换优化器</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <source>Chosen run</source>
   <translation>所选运行</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>复制详情</translation>
  </message>
  <message>
   <source>Copy picture</source>
   <translation>复制图片</translation>
  </message>
  <message>
   <source>Curve</source>
   <translation>曲线</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Distance to a minimum</source>
   <translation>到极小点的距离</translation>
  </message>
  <message>
   <source>Dragging or the arrow keys turn it, the wheel or + and − zoom, a double click resets it.</source>
   <translation>拖动或用方向键旋转，滚轮或 + 与 − 缩放，双击复原。</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Export film</source>
   <translation>导出动画</translation>
  </message>
  <message>
   <source>Export film…</source>
   <translation>导出动画…</translation>
  </message>
  <message>
   <source>Export picture</source>
   <translation>导出图片</translation>
  </message>
  <message>
   <source>Export picture…</source>
   <translation>导出图片…</translation>
  </message>
  <message>
   <source>Export runs as CSV</source>
   <translation>将运行导出为 CSV</translation>
  </message>
  <message>
   <source>Export runs as CSV…</source>
   <translation>将运行导出为 CSV…</translation>
  </message>
  <message>
   <source>Faster</source>
   <translation>加快</translation>
  </message>
  <message>
   <source>First step</source>
   <translation>跳到开头</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>全屏</translation>
  </message>
  <message>
   <source>Gradient field</source>
   <translation>梯度场</translation>
  </message>
  <message>
   <source>Gradients</source>
   <translation>梯度次数</translation>
  </message>
  <message>
   <source>Grid</source>
   <translation>网格</translation>
  </message>
  <message>
   <source>Guide</source>
   <translation>使用说明</translation>
  </message>
  <message>
   <source>Hessians</source>
   <translation>黑塞矩阵次数</translation>
  </message>
  <message>
   <source>Hide the panels</source>
   <translation>隐藏面板</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>检查器</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>快捷键</translation>
  </message>
  <message>
   <source>Keys and guide</source>
   <translation>快捷键与说明</translation>
  </message>
  <message>
   <source>Landscape</source>
   <translation>损失地形</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Last step</source>
   <translation>跳到末尾</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>图层</translation>
  </message>
  <message>
   <source>Level lines</source>
   <translation>等高线</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Light or dark</source>
   <translation>切换深浅主题</translation>
  </message>
  <message>
   <source>Logarithmic loss</source>
   <translation>对数损失</translation>
  </message>
  <message>
   <source>Logarithmic loss axis</source>
   <translation>损失轴用对数刻度</translation>
  </message>
  <message>
   <source>Loop</source>
   <translation>循环</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>损失</translation>
  </message>
  <message>
   <source>Loss to reach</source>
   <translation>要达到的损失</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>More parameters</source>
   <translation>更多参数</translation>
  </message>
  <message>
   <source>More settings</source>
   <translation>更多设置</translation>
  </message>
  <message>
   <source>Name of the run (empty: the optimizer's)</source>
   <translation>运行的名称（留空则用优化器的名称）</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新建</translation>
  </message>
  <message>
   <source>No bands</source>
   <translation>无色带</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>数值</translation>
  </message>
  <message>
   <source>Objective</source>
   <translation>目标函数</translation>
  </message>
  <message>
   <source>One variable</source>
   <translation>一元函数</translation>
  </message>
  <message>
   <source>Open a scenario</source>
   <translation>打开场景</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>打开…</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <source>Pictures a second</source>
   <translation>每秒帧数</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>播放</translation>
  </message>
  <message>
   <source>Play has been stopped. You can go on and save your scenario.</source>
   <translation>播放已停止。可以继续使用并保存场景。</translation>
  </message>
  <message>
   <source>Positions above the axis</source>
   <translation>轴上方的位置</translation>
  </message>
  <message>
   <source>Presentation</source>
   <translation>演示模式</translation>
  </message>
  <message>
   <source>Problem</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>进度</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>Random start</source>
   <translation>随机起点</translation>
  </message>
  <message>
   <source>Reached at step</source>
   <translation>达到时的步数</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Remove the last start</source>
   <translation>移除最后一个起点</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>重命名…</translation>
  </message>
  <message>
   <source>Reset the layout</source>
   <translation>恢复默认布局</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Results…</source>
   <translation>结果…</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>运行</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>优化器</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>保存</translation>
  </message>
  <message>
   <source>Save as CSV…</source>
   <translation>另存为 CSV…</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>另存为…</translation>
  </message>
  <message>
   <source>Save the changes to {file}?</source>
   <translation>保存对 {file} 的更改吗？</translation>
  </message>
  <message>
   <source>Save the results</source>
   <translation>保存结果</translation>
  </message>
  <message>
   <source>Save the scenario</source>
   <translation>保存场景</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>倍率</translation>
  </message>
  <message>
   <source>See gradient descent, step by step.</source>
   <translation>一步一步看懂梯度下降。</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>显示全部</translation>
  </message>
  <message>
   <source>Show or hide</source>
   <translation>显示或隐藏</translation>
  </message>
  <message>
   <source>Slower</source>
   <translation>减慢</translation>
  </message>
  <message>
   <source>Some settings were damaged and have been reset.</source>
   <translation>部分设置已损坏，现已恢复默认值。</translation>
  </message>
  <message>
   <source>Something went wrong in gdviz.</source>
   <translation>gdviz 出错了。</translation>
  </message>
  <message>
   <source>Stairs of the last steps</source>
   <translation>最近几步的阶梯</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>起点</translation>
  </message>
  <message>
   <source>Start 1 of {n}</source>
   <translation>起点 1 / {n}</translation>
  </message>
  <message>
   <source>Start and stop</source>
   <translation>起点与停止</translation>
  </message>
  <message>
   <source>Start {axis}</source>
   <translation>起点 {axis}</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>前进一步</translation>
  </message>
  <message>
   <source>Step back</source>
   <translation>后退一步</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>步数</translation>
  </message>
  <message>
   <source>Steps to come</source>
   <translation>后续路径</translation>
  </message>
  <message>
   <source>Surface</source>
   <translation>曲面</translation>
  </message>
  <message>
   <source>Tangent and step</source>
   <translation>切线与步长</translation>
  </message>
  <message>
   <source>This step</source>
   <translation>本步数值</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Two variables</source>
   <translation>二元函数</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Update rule</source>
   <translation>更新规则</translation>
  </message>
  <message>
   <source>Values</source>
   <translation>函数值次数</translation>
  </message>
  <message>
   <source>What you had not saved is here again.</source>
   <translation>未保存的内容已经恢复。</translation>
  </message>
  <message>
   <source>Where the largest curvature of the minimum is λ, an iterate stays there only with a learning rate below 2/λ (with momentum μ: 2(1+μ)/λ).</source>
   <translation>若极小值处的最大曲率为 λ，只有学习率低于 2/λ（动量为 μ 时：2(1+μ)/λ），迭代点才能停在那里。</translation>
  </message>
  <message>
   <source>a number is needed here</source>
   <translation>这里需要一个数</translation>
  </message>
  <message>
   <source>copy of unsaved work</source>
   <translation>未保存内容的副本</translation>
  </message>
  <message>
   <source>gdviz did not end properly the last time.</source>
   <translation>gdviz 上次没有正常退出。</translation>
  </message>
  <message>
   <source>language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>last scenario</source>
   <translation>上次的场景</translation>
  </message>
  <message>
   <source>layout of the panels</source>
   <translation>面板布局</translation>
  </message>
  <message>
   <source>local minimum</source>
   <translation>局部极小值</translation>
  </message>
  <message>
   <source>log</source>
   <translation>对数</translation>
  </message>
  <message>
   <source>loss</source>
   <translation>损失</translation>
  </message>
  <message>
   <source>maximum</source>
   <translation>极大值</translation>
  </message>
  <message>
   <source>minimum</source>
   <translation>极小值</translation>
  </message>
  <message>
   <source>place of the window</source>
   <translation>窗口位置</translation>
  </message>
  <message>
   <source>saddle</source>
   <translation>鞍点</translation>
  </message>
  <message>
   <source>speed</source>
   <translation>速度</translation>
  </message>
  <message>
   <source>stable &lt; {limit}</source>
   <translation>稳定 &lt; {limit}</translation>
  </message>
  <message>
   <source>start</source>
   <translation>起点</translation>
  </message>
  <message>
   <source>step</source>
   <translation>步</translation>
  </message>
  <message>
   <source>step shown</source>
   <translation>当前步</translation>
  </message>
  <message>
   <source>step {} of {}</source>
   <translation>第 {} 步，共 {} 步</translation>
  </message>
  <message>
   <source>text size</source>
   <translation>文字大小</translation>
  </message>
  <message>
   <source>the step must lie between 0 and {}</source>
   <translation>步数必须在 0 到 {} 之间</translation>
  </message>
  <message>
   <source>the whole file</source>
   <translation>整个文件</translation>
  </message>
  <message>
   <source>theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>unstable &gt; {limit}</source>
   <translation>不稳定 &gt; {limit}</translation>
  </message>
  <message>
   <source>{file} can't be opened</source>
   <translation>无法打开 {file}</translation>
  </message>
  <message>
   <source>{file} can't be saved</source>
   <translation>无法保存 {file}</translation>
  </message>
  <message>
   <source>{run} first falls below {mark} at step {step}.</source>
   <translation>{run}：在第 {step} 步首次低于 {mark}。</translation>
  </message>
  <message>
   <source>{run}: {outcome}.</source>
   <translation>{run}：{outcome}。</translation>
  </message>
  <message>
   <source>{} can be read in two ways: write a decimal point, or no comma</source>
   <translation>{} 有两种读法：请用小数点，或不用逗号</translation>
  </message>
  <message>
   <source>{} is not a whole number</source>
   <translation>{} 不是整数</translation>
  </message>
  <message>
   <source>{} is too large</source>
   <translation>{} 太大了</translation>
  </message>
  <message>
   <source>{} step/s</source>
   <translation>{} 步/秒</translation>
  </message>
  <message>
   <source>{} steps/s</source>
   <translation>{} 步/秒</translation>
  </message>
  <message>
   <source>“{}” is not a number</source>
   <translation>“{}”不是数</translation>
  </message>
 </context>
</TS>
