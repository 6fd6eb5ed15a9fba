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
   <source>A bent valley with two equal minima, a saddle between.</source>
   <translation>弯曲的山谷，两个等深的极小值，中间是鞍点。</translation>
  </message>
  <message>
   <source>A bent, nearly flat valley between cliffs at the corners.</source>
   <translation>四角是悬崖，中间是弯曲而近乎平坦的山谷。</translation>
  </message>
  <message>
   <source>A bowl twice as steep in y as in x.</source>
   <translation>碗形曲面：沿 y 的陡度是沿 x 的两倍。</translation>
  </message>
  <message>
   <source>A bowl with a bump: two basins, one of them poor.</source>
   <translation>带鼓包的碗：两个盆地，其中一个较差。</translation>
  </message>
  <message>
   <source>A bowl with ripples: traps only near the bottom.</source>
   <translation>带涟漪的碗：只在碗底附近有陷阱。</translation>
  </message>
  <message>
   <source>A cliff that throws the path away: the case for clipping.</source>
   <translation>悬崖会把路径甩开：正是梯度裁剪的用武之地。</translation>
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
   <source>A deep well and a shallow one: local against global.</source>
   <translation>一深一浅两口井：局部与全局之争。</translation>
  </message>
  <message>
   <source>A flat inflection at 0: plain descent stalls, momentum rolls on.</source>
   <translation>0 处有平坦的拐点：普通下降停滞不前，动量法却能滚过去。</translation>
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
   <source>A kink at the minimum: a fixed step never settles.</source>
   <translation>极小值处有尖角：固定步长永远停不下来。</translation>
  </message>
  <message>
   <source>A knife-edged valley: no step is small enough to follow it.</source>
   <translation>刀刃般的山谷：再小的步长也难以沿谷前行。</translation>
  </message>
  <message>
   <source>A lattice of traps: 121 minima in one bowl.</source>
   <translation>陷阱点阵：一个碗里有 121 个极小值。</translation>
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
   <source>A plain with hardly any slope, and one hole in it.</source>
   <translation>几乎没有坡度的平原，只有一个坑。</translation>
  </message>
  <message>
   <source>A plate-like valley along the diagonal: fast in, slow along.</source>
   <translation>沿对角线的盘状山谷：入谷快，沿谷慢。</translation>
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
   <source>A saddle that holds a path up before it finds the minimum.</source>
   <translation>鞍点使路径在找到极小值之前停滞。</translation>
  </message>
  <message>
   <source>A shallow plate between walls that grow ever steeper.</source>
   <translation>浅盘，四壁越来越陡。</translation>
  </message>
  <message>
   <source>A sharp minimum and a broad one: no step suits both.</source>
   <translation>一个尖锐、一个宽阔的极小值：没有哪个步长两者都合适。</translation>
  </message>
  <message>
   <source>A straight line: slope and height.</source>
   <translation>直线：斜率与截距。</translation>
  </message>
  <message>
   <source>A thousand narrow traps in a bowl.</source>
   <translation>一个碗里上千个狭窄的陷阱。</translation>
  </message>
  <message>
   <source>A tilted bowl whose lowest value is −2, not 0.</source>
   <translation>倾斜的碗，最低值是 −2 而不是 0。</translation>
  </message>
  <message>
   <source>A tilted bowl, nine times steeper across than along.</source>
   <translation>倾斜的碗，横向曲率是纵向的九倍。</translation>
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
   <source>Absolute value</source>
   <translation>绝对值</translation>
  </message>
  <message>
   <source>Ackley</source>
   <translation>Ackley 函数</translation>
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
   <source>Adam and its kin</source>
   <translation>Adam 及其变体</translation>
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
   <source>Adaptive rates</source>
   <translation>自适应学习率</translation>
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
   <source>Beale</source>
   <translation>Beale 函数</translation>
  </message>
  <message>
   <source>Bird</source>
   <translation>Bird 函数</translation>
  </message>
  <message>
   <source>Blobs</source>
   <translation>团簇</translation>
  </message>
  <message>
   <source>Bohachevsky</source>
   <translation>Bohachevsky 函数</translation>
  </message>
  <message>
   <source>Booth</source>
   <translation>Booth 函数</translation>
  </message>
  <message>
   <source>Bounded saddle</source>
   <translation>有界鞍面</translation>
  </message>
  <message>
   <source>Branin</source>
   <translation>Branin 函数</translation>
  </message>
  <message>
   <source>Bukin N. 6</source>
   <translation>Bukin 6 号函数</translation>
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
   <source>Cliff</source>
   <translation>悬崖</translation>
  </message>
  <message>
   <source>Cliff (2-D)</source>
   <translation>悬崖（二维）</translation>
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
   <source>Cosine</source>
   <translation>余弦退火</translation>
  </message>
  <message>
   <source>Cosine with restarts</source>
   <translation>余弦退火（热重启）</translation>
  </message>
  <message>
   <source>Cross in tray</source>
   <translation>托盘十字</translation>
  </message>
  <message>
   <source>Crossing ripples that hide a very shallow bowl.</source>
   <translation>交错的涟漪，底下是极浅的碗。</translation>
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
   <source>Dixon–Price</source>
   <translation>Dixon–Price 函数</translation>
  </message>
  <message>
   <source>Double well</source>
   <translation>双井</translation>
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
   <source>Drop wave</source>
   <translation>水滴波</translation>
  </message>
  <message>
   <source>Each point carries any number of labels.</source>
   <translation>每个点可带任意多个标签。</translation>
  </message>
  <message>
   <source>Easom</source>
   <translation>Easom 函数</translation>
  </message>
  <message>
   <source>Eighteen equal minima among more than 700.</source>
   <translation>七百多个极小值，其中十八个等深且最低。</translation>
  </message>
  <message>
   <source>Eleven minima in a row: plain descent ends in the nearest.</source>
   <translation>一排十一个极小值：普通下降止于最近的一个。</translation>
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
   <source>Ever steeper: Newton at least doubles its digits with each step.</source>
   <translation>越来越陡：牛顿法每一步都使有效位数至少翻倍。</translation>
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
   <source>Flat far out, rings of traps, and a cusp at the minimum.</source>
   <translation>外围平坦，陷阱成环，极小值处是尖点。</translation>
  </message>
  <message>
   <source>Flower</source>
   <translation>花形</translation>
  </message>
  <message>
   <source>Formula</source>
   <translation>自定义公式</translation>
  </message>
  <message>
   <source>Forrester</source>
   <translation>Forrester 函数</translation>
  </message>
  <message>
   <source>Four basins of three depths; each axis is on its own.</source>
   <translation>四个盆地，三种深度；两个坐标互不相干。</translation>
  </message>
  <message>
   <source>Four equal minima: where a path ends depends on where it starts.</source>
   <translation>四个等深的极小值：从哪里出发决定到哪里结束。</translation>
  </message>
  <message>
   <source>Four minima, and values from 3 to a million.</source>
   <translation>四个极小值，函数值从 3 到一百万。</translation>
  </message>
  <message>
   <source>Freudenstein–Roth</source>
   <translation>Freudenstein–Roth 函数</translation>
  </message>
  <message>
   <source>GD</source>
   <translation>梯度下降</translation>
  </message>
  <message>
   <source>Goldstein–Price</source>
   <translation>Goldstein–Price 函数</translation>
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
   <source>Gramacy–Lee</source>
   <translation>Gramacy–Lee 函数</translation>
  </message>
  <message>
   <source>Griewank</source>
   <translation>Griewank 函数</translation>
  </message>
  <message>
   <source>Himmelblau</source>
   <translation>Himmelblau 函数</translation>
  </message>
  <message>
   <source>Hollows between creases, deepest at the four corners.</source>
   <translation>折痕之间的洼地，四角最深。</translation>
  </message>
  <message>
   <source>Hollows between knife-sharp ridges; four are deepest.</source>
   <translation>刀锋般山脊之间的洼地，其中四个最深。</translation>
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
   <source>Hölder table</source>
   <translation>Hölder 桌面</translation>
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
   <translation>从沿途梯度的变化中学出黑塞矩阵的逆。</translation>
  </message>
  <message>
   <source>Levy</source>
   <translation>Levy 函数</translation>
  </message>
  <message>
   <source>Levy N. 13</source>
   <translation>Levy 13 号函数</translation>
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
   <source>Line search and quasi-Newton</source>
   <translation>线搜索与拟牛顿法</translation>
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
   <source>Matyas</source>
   <translation>Matyas 函数</translation>
  </message>
  <message>
   <source>McCormick</source>
   <translation>McCormick 函数</translation>
  </message>
  <message>
   <source>Mean squared error</source>
   <translation>均方误差</translation>
  </message>
  <message>
   <source>Michalewicz</source>
   <translation>Michalewicz 函数</translation>
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
   <source>Monkey saddle</source>
   <translation>猴鞍面</translation>
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
   <source>Nine minima, ever sharper and deeper to the left.</source>
   <translation>九个极小值，越往左越尖锐、越深。</translation>
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
   <source>One hole in a plain: away from it there is no slope to follow.</source>
   <translation>平原上的一个坑：离开它便没有坡度可循。</translation>
  </message>
  <message>
   <source>One step on the cliff throws the iterate far away.</source>
   <translation>踏上悬崖一步，迭代点就被甩得很远。</translation>
  </message>
  <message>
   <source>One variable</source>
   <translation>一元函数</translation>
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
   <source>Peaks</source>
   <translation>群峰</translation>
  </message>
  <message>
   <source>Plain gradient</source>
   <translation>只用当前梯度</translation>
  </message>
  <message>
   <source>Plateau</source>
   <translation>高原</translation>
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
   <translation>多项式</translation>
  </message>
  <message>
   <source>Polynomial decay</source>
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
   <source>Quartic</source>
   <translation>四次函数</translation>
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
   <source>Rastrigin</source>
   <translation>Rastrigin 函数</translation>
  </message>
  <message>
   <source>Rastrigin (1-D)</source>
   <translation>Rastrigin 函数（一维）</translation>
  </message>
  <message>
   <source>Ravine</source>
   <translation>峡谷</translation>
  </message>
  <message>
   <source>Rings round a drop: descent ends in the nearest ring.</source>
   <translation>水滴周围的圆环：下降止于最近的环。</translation>
  </message>
  <message>
   <source>Ripple</source>
   <translation>涟漪</translation>
  </message>
  <message>
   <source>Ripples whose lowest points lie beside the centre.</source>
   <translation>涟漪，最低点在中心旁边。</translation>
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
   <source>Schaffer N. 2</source>
   <translation>Schaffer 2 号函数</translation>
  </message>
  <message>
   <source>Schaffer N. 4</source>
   <translation>Schaffer 4 号函数</translation>
  </message>
  <message>
   <source>Schwefel</source>
   <translation>Schwefel 函数</translation>
  </message>
  <message>
   <source>Second order</source>
   <translation>二阶方法</translation>
  </message>
  <message>
   <source>Sets its own step length from the steps it has taken; starts slowly.</source>
   <translation>根据走过的步子自行确定步长；起步较慢。</translation>
  </message>
  <message>
   <source>Seventeen wells of nearly the same depth.</source>
   <translation>十七口深度几乎相同的井。</translation>
  </message>
  <message>
   <source>Several labels</source>
   <translation>多个标签</translation>
  </message>
  <message>
   <source>Shubert</source>
   <translation>Shubert 函数</translation>
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
   <source>Six minima in three pairs, each the other's mirror image.</source>
   <translation>六个极小值分成三对，互为镜像。</translation>
  </message>
  <message>
   <source>Six-hump camel</source>
   <translation>六峰驼函数</translation>
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
   <source>Sphere</source>
   <translation>球面</translation>
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
   <source>Styblinski–Tang</source>
   <translation>Styblinski–Tang 函数</translation>
  </message>
  <message>
   <source>Table from a file</source>
   <translation>文件中的表格</translation>
  </message>
  <message>
   <source>The best basin lies in a corner, the second best far from it.</source>
   <translation>最好的盆地在角落，次好的离它很远。</translation>
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
   <source>The minimum is flat in one direction: ever slower, never there.</source>
   <translation>极小值在一个方向上是平的：越走越慢，永远到不了。</translation>
  </message>
  <message>
   <source>The perfect bowl: every step points at the minimum.</source>
   <translation>完美的碗：每一步都指向极小值。</translation>
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
   <source>The usual start leads to the poor one of two minima.</source>
   <translation>常用的起点会通向两个极小值中较差的一个。</translation>
  </message>
  <message>
   <source>Three basins side by side; the middle one is the lowest.</source>
   <translation>三个并排的盆地，中间的最低。</translation>
  </message>
  <message>
   <source>Three equal minima along a bent valley.</source>
   <translation>弯曲的山谷中有三个等深的极小值。</translation>
  </message>
  <message>
   <source>Three hills and three hollows: the familiar picture.</source>
   <translation>三座山丘、三个洼地：熟悉的画面。</translation>
  </message>
  <message>
   <source>Three points</source>
   <translation>三个点</translation>
  </message>
  <message>
   <source>Three valleys part at a point without any curvature.</source>
   <translation>三条山谷在一个没有曲率的点分开。</translation>
  </message>
  <message>
   <source>Three-hump camel</source>
   <translation>三峰驼函数</translation>
  </message>
  <message>
   <source>Tilted double well</source>
   <translation>倾斜双井</translation>
  </message>
  <message>
   <source>Trenches that cross in a plateau without slope.</source>
   <translation>没有坡度的高原上交叉的沟壑。</translation>
  </message>
  <message>
   <source>Trid</source>
   <translation>Trid 函数</translation>
  </message>
  <message>
   <source>Two deep holes of equal depth among lesser ones.</source>
   <translation>两个等深的深坑，四周是较浅的坑。</translation>
  </message>
  <message>
   <source>Two equal wells and a hill between: the start decides.</source>
   <translation>两口等深的井，中间隔着山丘：起点决定归宿。</translation>
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
   <source>Two variables: a few minima</source>
   <translation>二元函数：几个极小值</translation>
  </message>
  <message>
   <source>Two variables: bowls and ravines</source>
   <translation>二元函数：碗与峡谷</translation>
  </message>
  <message>
   <source>Two variables: many minima</source>
   <translation>二元函数：许多极小值</translation>
  </message>
  <message>
   <source>Two variables: saddles, plateaus, cliffs</source>
   <translation>二元函数：鞍点、高原与悬崖</translation>
  </message>
  <message>
   <source>Waves down an inclined trough: one crest parts two minima.</source>
   <translation>斜槽中的波浪：一道波峰隔开两个极小值。</translation>
  </message>
  <message>
   <source>Waves in a bowl: 40 minima, ever deeper towards (1, 1).</source>
   <translation>碗中的波浪：40 个极小值，越靠近 (1, 1) 越深。</translation>
  </message>
  <message>
   <source>Without derivatives</source>
   <translation>不用导数</translation>
  </message>
  <message>
   <source>Yogi</source>
   <translation>Yogi</translation>
  </message>
  <message>
   <source>Your own</source>
   <translation>自定义</translation>
  </message>
  <message>
   <source>Zakharov</source>
   <translation>Zakharov 函数</translation>
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
   <source>full</source>
   <translation>全部</translation>
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
  <name>column</name>
  <message>
   <source>feature</source>
   <translation>特征</translation>
  </message>
  <message>
   <source>not used</source>
   <translation>不使用</translation>
  </message>
  <message>
   <source>target</source>
   <translation>目标</translation>
  </message>
 </context>
 <context>
  <name>graph</name>
  <message>
   <source>computed</source>
   <translation>计算得到</translation>
  </message>
  <message>
   <source>given</source>
   <translation>给定</translation>
  </message>
  <message>
   <source>loss</source>
   <translation>损失</translation>
  </message>
  <message>
   <source>parameter</source>
   <translation>参数</translation>
  </message>
 </context>
 <context>
  <name>help</name>
  <message>
   <source>Choose a problem at the left, add optimizers below it, and press play. Every learning rate can be dragged; the whole path answers at once.</source>
   <translation>在左侧选择问题，在下方添加优化器，然后按播放。每个学习率都可以拖动，整条路径随即改变。</translation>
  </message>
  <message>
   <source>Click “Loss” for other quantities, such as the error, whose rate of convergence is told; the list at the right says against what. The band below names the land that the chosen run goes through.</source>
   <translation>点击“损失”可改看其他量，例如误差，并会给出收敛速度；右侧的列表决定横轴。下方的色带标出所选运行经过的地形。</translation>
  </message>
  <message>
   <source>Drag the ring on the map or curve to start elsewhere; a double click puts it there.</source>
   <translation>拖动图上的圆环可以改变起点；双击图上任一处，起点就移到那里。</translation>
  </message>
  <message>
   <source>Drop a table on the window to fit a model to your own samples. Click into the data to see what the chosen run predicts there, at first and now; drag that place, or click it again to be rid of it.</source>
   <translation>把表格文件拖到窗口上，即可用模型拟合自己的样本。在数据图中点击一处，可看到所选优化器在那里最初和当前的预测；该位置可以拖动，再点一次即可取消。</translation>
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
  <message>
   <source>The seed decides all that is random: the start, and the order of the batches at each step; samples that are drawn have a seed of their own. Two runs with the same seeds are identical.</source>
   <translation>随机种子决定一切随机的内容：起点，以及每一步批次的顺序；随机生成的样本有自己的种子。种子相同的两次运行完全相同。</translation>
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
   <translation>停在第 {step} 步：此处黑塞矩阵奇异，牛顿步没有定义</translation>
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
  <name>page</name>
  <message>
   <source>Curvature</source>
   <translation>曲率</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>本步</translation>
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
   <translation>阻尼时加到黑塞矩阵的每个特征值上。</translation>
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
   <source>How much larger letters, lines and all are drawn, and the picture with them.</source>
   <translation>文字、线条等一切放大多少倍，图片也随之放大。</translation>
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
   <source>How steep the ravine's walls are.</source>
   <translation>谷壁有多陡。</translation>
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
   <source>Learning rate: about the length of a step in each coordinate; the first are longer.</source>
   <translation>学习率：大致等于每个坐标上一步的长度；最初几步更长。</translation>
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
   <source>Plane of more than two parameters: the main directions of the first run's path, or i,j.</source>
   <translation>参数多于两个时显示的平面：第一次运行路径的主方向，或 i,j。</translation>
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
   <source>Sample of the batch that a graph shows, 0 for all.</source>
   <translation>计算图所示的是批次中的第几个样本，0 表示全部。</translation>
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
   <source>The file; a relative path in a scenario counts from the scenario's folder.</source>
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
   <source>Tint the landscape by where the first run would end from each place.</source>
   <translation>按第一个运行从各处出发会止于何处，给损失地形着色。</translation>
  </message>
  <message>
   <source>Values of each parameter that exhaustive search tries, 0 for no search.</source>
   <translation>穷举搜索时每个参数尝试的取值个数，0 表示不搜索。</translation>
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
   <source>Where along x the minimum lies.</source>
   <translation>极小值在 x 方向上的位置。</translation>
  </message>
  <message>
   <source>Where it searches: low and high of each parameter; nothing for the customary range.</source>
   <translation>搜索范围：每个参数的下限和上限；不填则为惯用范围。</translation>
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
   <source>a</source>
   <translation>a</translation>
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
   <source>b</source>
   <translation>b</translation>
  </message>
  <message>
   <source>basins</source>
   <translation>吸引域</translation>
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
   <source>grid search</source>
   <translation>网格搜索</translation>
  </message>
  <message>
   <source>grid search box</source>
   <translation>网格搜索范围</translation>
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
   <translation>黑塞矩阵</translation>
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
   <source>plane</source>
   <translation>平面</translation>
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
   <source>sample</source>
   <translation>样本</translation>
  </message>
  <message>
   <source>scale</source>
   <translation>放大倍数</translation>
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
  <message>
   <source>zero grad</source>
   <translation>梯度清零</translation>
  </message>
 </context>
 <context>
  <name>reason</name>
  <message>
   <source>Along the steepest direction each step leaves {left} % of the error.</source>
   <translation>沿最陡的方向，每一步留下 {left} % 的误差。</translation>
  </message>
  <message>
   <source>Along the steepest direction each step overshoots and leaves {left} % of the error, on the other side.</source>
   <translation>沿最陡的方向，每一步都冲过了头，在另一侧留下 {left} % 的误差。</translation>
  </message>
  <message>
   <source>Along the steepest direction each step overshoots and makes the error {times} times as large: a parabola this steep cannot hold the iterate.</source>
   <translation>沿最陡的方向，每一步都冲过了头，误差变为原来的 {times} 倍：这么陡的抛物线留不住迭代点。</translation>
  </message>
  <message>
   <source>Along the step f curves downwards ({curvature}): the slope grows on the way and adds {more} % to the promise.</source>
   <translation>沿这一步 f 向下弯（{curvature}）：坡度一路增大，使预计的下降多出 {more} %。</translation>
  </message>
  <message>
   <source>Along the step f has no slope here: first order promises nothing.</source>
   <translation>这里 f 沿这一步没有坡度：一阶项预计不出变化。</translation>
  </message>
  <message>
   <source>Both orders together are what came: along this step f is a parabola.</source>
   <translation>两阶之和正是实际的变化：沿这一步 f 是抛物线。</translation>
  </message>
  <message>
   <source>Both orders together miss what came by {missed}: over this length f is no parabola.</source>
   <translation>两阶之和与实际的变化相差 {missed}：在这样的长度上 f 不是抛物线。</translation>
  </message>
  <message>
   <source>By the curvature here the slope would hardly change over this step, but on its way it does.</source>
   <translation>按这里的曲率，坡度在这一步中几乎不变，但途中它变了。</translation>
  </message>
  <message>
   <source>Curvature along the gradient, λ = {curvature}, takes ηλ/2 = {bend} % of the promise.</source>
   <translation>沿梯度方向的曲率 λ = {curvature}，抵消了预计下降的 ηλ/2 = {bend} %。</translation>
  </message>
  <message>
   <source>Curvature along the gradient, λ = {curvature}, takes ηλ/2 = {bend} %, more than all of the promise: beyond η = 2/λ = {limit} the step leads up.</source>
   <translation>沿梯度方向的曲率 λ = {curvature}，抵消了 ηλ/2 = {bend} %，超过预计下降的全部：η 大于 2/λ = {limit} 时，这一步反而上升。</translation>
  </message>
  <message>
   <source>Curvature along the step, {curvature}, takes {bend} % of the promise.</source>
   <translation>沿这一步的曲率 {curvature}，抵消了预计下降的 {bend} %。</translation>
  </message>
  <message>
   <source>Curvature along the step, {curvature}, takes {bend} %, more than all of the promise: the step is too long.</source>
   <translation>沿这一步的曲率 {curvature}，抵消了 {bend} %，超过预计下降的全部：这一步太长了。</translation>
  </message>
  <message>
   <source>Eigenvalues of both signs: f bends like a saddle here, and there is no κ.</source>
   <translation>特征值有正有负：f 在这里弯成鞍形，没有 κ。</translation>
  </message>
  <message>
   <source>Eigenvalues of both signs: f bends like a saddle here, and there is no κ. Along the direction that curves downwards each step makes the distance {times} times as large.</source>
   <translation>特征值有正有负：f 在这里弯成鞍形，没有 κ。沿向下弯的方向，每一步使距离变为原来的 {times} 倍。</translation>
  </message>
  <message>
   <source>H is 0: f has no curvature here.</source>
   <translation>H 为 0：f 在这里没有曲率。</translation>
  </message>
  <message>
   <source>No direction curves upwards here: this curvature sets no limit.</source>
   <translation>这里没有向上弯的方向：曲率不构成限制。</translation>
  </message>
  <message>
   <source>No eigenvalue is positive: f bends like a maximum here, and there is no κ.</source>
   <translation>没有正的特征值：f 在这里弯得像极大值，没有 κ。</translation>
  </message>
  <message>
   <source>No limit is known for this method: 2/λ is that of gradient descent.</source>
   <translation>这种方法的上限未知：2/λ 是梯度下降的上限。</translation>
  </message>
  <message>
   <source>Over so short a step the slope hardly changes.</source>
   <translation>这一步很短，坡度几乎不变。</translation>
  </message>
  <message>
   <source>Steps along a sum that is never set to zero do not settle: below ηλ = 4 they swing about the minimum for ever, above it they grow.</source>
   <translation>沿着从不清零的梯度之和走，永远停不下来：ηλ 小于 4 时在极小值两边一直摆动，大于 4 时越摆越大。</translation>
  </message>
  <message>
   <source>The iterate stays where it is: nothing is promised, and nothing comes.</source>
   <translation>迭代点停在原处：没有预计的变化，也没有实际的变化。</translation>
  </message>
  <message>
   <source>The learning rate is {part} % of what this curvature can hold.</source>
   <translation>学习率是这一曲率所能承受的 {part} %。</translation>
  </message>
  <message>
   <source>The learning rate is {times} times what a parabola of this curvature can hold.</source>
   <translation>学习率是这一曲率的抛物线所能承受的 {times} 倍。</translation>
  </message>
  <message>
   <source>The promise is so small that rounding hides what came of it.</source>
   <translation>预计的变化太小，实际的变化淹没在舍入误差里。</translation>
  </message>
  <message>
   <source>The slope leads uphill along this step, and along it f curves downwards: {curvature}.</source>
   <translation>沿这一步坡度朝上，而且 f 沿它向下弯：{curvature}。</translation>
  </message>
  <message>
   <source>The slope leads uphill along this step, which does not follow −∇f alone.</source>
   <translation>沿这一步坡度朝上：它走的并不只是 −∇f 的方向。</translation>
  </message>
  <message>
   <source>The slope promised a decrease, and f rises: the step is too long for how f bends.</source>
   <translation>按坡度应当下降，f 却上升了：以 f 的弯曲程度，这一步太长。</translation>
  </message>
  <message>
   <source>The smallest eigenvalue is 0: along its direction f has no curvature, and κ is infinite.</source>
   <translation>最小的特征值为 0：沿它的方向 f 没有曲率，κ 为无穷大。</translation>
  </message>
  <message>
   <source>The step followed a gradient with noise; the promise is about the gradient without.</source>
   <translation>这一步走的是带噪声的梯度，而预计用的是不带噪声的梯度。</translation>
  </message>
  <message>
   <source>The step followed the gradient of a batch; the promise is about the loss on all samples.</source>
   <translation>这一步走的是一个批次的梯度，而预计针对的是全部样本的损失。</translation>
  </message>
  <message>
   <source>The step followed the sum of all gradients so far, which were never set to zero.</source>
   <translation>这一步走的是至今所有梯度之和：梯度从未清零。</translation>
  </message>
  <message>
   <source>The step leads to where f is no finite number: no promise reaches that far.</source>
   <translation>这一步到了 f 不再是有限数的地方：预计够不到那么远。</translation>
  </message>
  <message>
   <source>This method has no learning rate.</source>
   <translation>这种方法没有学习率。</translation>
  </message>
  <message>
   <source>This method searches for the length of each step: no learning rate can be too large.</source>
   <translation>这种方法每一步都搜索步长：不存在过大的学习率。</translation>
  </message>
  <message>
   <source>With the curvature along the step here, {curvature}, f would rise over so long a step; yet it falls.</source>
   <translation>按这里沿这一步的曲率 {curvature}，f 走这么远本该上升，实际却下降了。</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>接受</translation>
  </message>
  <message>
   <source>not finite</source>
   <translation>不是有限数</translation>
  </message>
  <message>
   <source>not the lowest so far</source>
   <translation>不是目前最低</translation>
  </message>
  <message>
   <source>slope not yet 0</source>
   <translation>坡度还不是 0</translation>
  </message>
  <message>
   <source>too high (Armijo)</source>
   <translation>太高（Armijo）</translation>
  </message>
  <message>
   <source>too steep (curvature)</source>
   <translation>太陡（曲率）</translation>
  </message>
  <message>
   <source>{part} % of the decrease that the slope promised came.</source>
   <translation>实际下降是按坡度预计的 {part} %。</translation>
  </message>
 </context>
 <context>
  <name>refused</name>
  <message>
   <source>; did you mean {name}?</source>
   <translation>；是否想输入 {name}？</translation>
  </message>
  <message>
   <source>Connection timed out</source>
   <translation>连接超时</translation>
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
   <source>File too large</source>
   <translation>文件太大</translation>
  </message>
  <message>
   <source>Input/output error</source>
   <translation>读写错误</translation>
  </message>
  <message>
   <source>MP4 needs the library av: pip install 'gdviz[video]'</source>
   <translation>导出 MP4 需要 av 库：pip install 'gdviz[video]'</translation>
  </message>
  <message>
   <source>Network is unreachable</source>
   <translation>网络不可达</translation>
  </message>
  <message>
   <source>No space left on device</source>
   <translation>磁盘空间已满</translation>
  </message>
  <message>
   <source>No such device</source>
   <translation>设备不存在</translation>
  </message>
  <message>
   <source>No such device or address</source>
   <translation>设备或地址不存在</translation>
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
   <source>Stale file handle</source>
   <translation>文件句柄已失效</translation>
  </message>
  <message>
   <source>Text file busy</source>
   <translation>文件正在被执行，无法写入</translation>
  </message>
  <message>
   <source>Too many levels of symbolic links</source>
   <translation>符号链接层数过多</translation>
  </message>
  <message>
   <source>Too many open files</source>
   <translation>打开的文件过多</translation>
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
   <source>basins are of one or two parameters only, not of {n}</source>
   <translation>吸引域只适用于一个或两个参数，不适用于 {n} 个</translation>
  </message>
  <message>
   <source>choose a column as feature</source>
   <translation>请至少选一列作为特征</translation>
  </message>
  <message>
   <source>choose a column as target</source>
   <translation>请至少选一列作为目标</translation>
  </message>
  <message>
   <source>column {name!r} can only stand alone, as its name holds a |</source>
   <translation>列“{name}”的名称含有 |，只能单独使用</translation>
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
   <source>it is a folder</source>
   <translation>这是一个文件夹</translation>
  </message>
  <message>
   <source>it is not a file</source>
   <translation>这不是普通文件</translation>
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
   <source>plane must be pca or the numbers of two parameters such as 0,1; not {text!r}</source>
   <translation>平面必须是 pca 或两个参数的编号，例如 0,1；而不是 {text!r}</translation>
  </message>
  <message>
   <source>plane {text}: there are {n} parameters, counted from 0</source>
   <translation>平面 {text}：共有 {n} 个参数，从 0 开始编号</translation>
  </message>
  <message>
   <source>plane: two different parameters are needed, not {text!r}</source>
   <translation>平面：需要两个不同的参数，而不是 {text!r}</translation>
  </message>
  <message>
   <source>predict: {names} needs {wanted} numbers, not {n}</source>
   <translation>预测：{names} 需要 {wanted} 个数，不能是 {n} 个</translation>
  </message>
  <message>
   <source>question</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>question: the key {key!r} is missing</source>
   <translation>问题：缺少键 {key!r}</translation>
  </message>
  <message>
   <source>question: there is no run {run}, they are counted from 0 to {last}</source>
   <translation>问题：没有第 {run} 次运行，编号从 0 到 {last}</translation>
  </message>
  <message>
   <source>question: {kind!r} needs at least two runs</source>
   <translation>问题：{kind!r} 至少需要两次运行</translation>
  </message>
  <message>
   <source>question: {kind!r} needs one or two parameters, not {n}</source>
   <translation>问题：{kind!r} 需要一个或两个参数，而不是 {n} 个</translation>
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
   <source>scenario: format is missing; is this a scenario file?</source>
   <translation>场景：缺少 format；这是场景文件吗？</translation>
  </message>
  <message>
   <source>scenario: format must be {known}, not {number!r}</source>
   <translation>场景：format 必须是 {known}，不能是“{number}”</translation>
  </message>
  <message>
   <source>scenario: grid_search_box needs a low and a higher number for each parameter</source>
   <translation>场景：搜索范围需要为每个参数给出一个下限和一个更大的上限</translation>
  </message>
  <message>
   <source>scenario: its runs record {numbers} numbers at each step: at most {most} steps</source>
   <translation>场景：这些运行每一步要记录 {numbers} 个数，因此最多 {most} 步</translation>
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
   <source>the loss plot can't show {name!r} of {objective}; possible: {known}{hint}</source>
   <translation>损失图无法显示 {objective} 的 {name!r}；可选：{known}{hint}</translation>
  </message>
  <message>
   <source>there is no script: the source of gdviz is not installed</source>
   <translation>没有脚本：gdviz 的源代码未安装</translation>
  </message>
  <message>
   <source>there is no script: the starts are more than {most} numbers</source>
   <translation>没有脚本：起点的数字超过 {most} 个</translation>
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
   <source>unknown view {name!r}; known: {known}{hint}</source>
   <translation>未知的视图“{name}”；可用：{known}{hint}</translation>
  </message>
  <message>
   <source>unknown {family} {kind!r}{hint}</source>
   <translation>未知的{family}“{kind}”{hint}</translation>
  </message>
  <message>
   <source>view {name!r} can't show {objective}; did you mean {fitting!r}?</source>
   <translation>视图“{name}”不能显示 {objective}；是否想用“{fitting}”？</translation>
  </message>
  <message>
   <source>views {one!r} and {other!r} can't be in one picture; leave one out</source>
   <translation>视图“{one}”和“{other}”不能画在同一张图中；请去掉一个</translation>
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
   <source>{kind}: no minimum of this objective is known: Polyak's step needs the lowest value</source>
   <translation>{kind}：该目标函数没有已知的极小值，而 Polyak 步长需要最低值</translation>
  </message>
  <message>
   <source>{kind}: no model fits these samples</source>
   <translation>{kind}：没有适合这些样本的模型</translation>
  </message>
  <message>
   <source>{kind}: some of the samples are not finite</source>
   <translation>{kind}：有些样本不是有限的数</translation>
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
   <source>{kind}: the formula is a constant, which torch cannot differentiate</source>
   <translation>{kind}：公式是常数，“torch”无法求导</translation>
  </message>
  <message>
   <source>{kind}: the formula is empty</source>
   <translation>{kind}：公式为空</translation>
  </message>
  <message>
   <source>{kind}: there is no short script for it</source>
   <translation>{kind}：没有简短的脚本可写</translation>
  </message>
  <message>
   <source>{kind}: this cannot be read: {near!r} (character {character})</source>
   <translation>{kind}：无法识别“{near}”（第 {character} 个字符）</translation>
  </message>
  <message>
   <source>{kind}: torch would clip the sum of the gradients itself</source>
   <translation>{kind}：“torch”会直接裁剪梯度之和</translation>
  </message>
  <message>
   <source>{kind}: torch.optim has no such method</source>
   <translation>{kind}：“torch.optim”没有这种方法</translation>
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
   <source>{kind}: with noise or batches there is no script for it</source>
   <translation>{kind}：有噪声或分批时没有脚本可写</translation>
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
   <source>{path}: at most {most} columns, not {n}</source>
   <translation>{path}：最多 {most} 列，而这里有 {n} 列</translation>
  </message>
  <message>
   <source>{path}: cannot be read: not a path</source>
   <translation>{path}：无法读取：不是有效的路径</translation>
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
  <name>regime</name>
  <message>
   <source>Curved much alike in all directions: a learning rate near 1/λ leads straight down.</source>
   <translation>各个方向的曲率相近：取 1/λ 左右的学习率即可直奔谷底。</translation>
  </message>
  <message>
   <source>Downhill one way, uphill another. Momentum or noise leads away; Newton's method is drawn in, unless it takes absolute values.</source>
   <translation>一个方向下降，另一个方向上升。动量或噪声能离开这里；牛顿法会被吸进来，除非对曲率取绝对值。</translation>
  </message>
  <message>
   <source>Each step undoes much of the last one. Lower the learning rate, or the momentum.</source>
   <translation>每一步都抵消了上一步的大部分。减小学习率或动量。</translation>
  </message>
  <message>
   <source>Hardly any slope is left. Methods that divide by the gradient's size, such as RMSprop and Adam, keep their pace; so does a larger learning rate.</source>
   <translation>坡度几乎消失。除以梯度大小的方法（如 RMSprop 和 Adam）能保持步速；加大学习率也有用。</translation>
  </message>
  <message>
   <source>Much steeper across than along. Momentum, a scale for each coordinate as in Adam, or second derivatives help.</source>
   <translation>横向远比纵向陡。动量、像 Adam 那样每个坐标各有尺度，或二阶导数都有帮助。</translation>
  </message>
  <message>
   <source>Steps and loss grow: the learning rate is too large for the curvature here.</source>
   <translation>步长和损失都在增大：对这里的曲率来说，学习率太大了。</translation>
  </message>
  <message>
   <source>The gradient is suddenly many times larger. Clip it, or the step is thrown far away.</source>
   <translation>梯度突然大了许多倍。裁剪梯度，否则这一步会被甩得很远。</translation>
  </message>
  <message>
   <source>The land curves downwards. Gradients lead away from here; Newton's method climbs, unless it is damped or takes absolute values.</source>
   <translation>地形向下弯曲。梯度下降会离开这里；牛顿法会往上爬，除非加阻尼或取绝对值。</translation>
  </message>
  <message>
   <source>bowl</source>
   <translation>碗</translation>
  </message>
  <message>
   <source>cliff</source>
   <translation>悬崖</translation>
  </message>
  <message>
   <source>diverging</source>
   <translation>发散</translation>
  </message>
  <message>
   <source>maximum</source>
   <translation>极大值</translation>
  </message>
  <message>
   <source>oscillating</source>
   <translation>振荡</translation>
  </message>
  <message>
   <source>plateau</source>
   <translation>高原</translation>
  </message>
  <message>
   <source>ravine</source>
   <translation>峡谷</translation>
  </message>
  <message>
   <source>saddle</source>
   <translation>鞍点</translation>
  </message>
 </context>
 <context>
  <name>remark</name>
  <message>
   <source>cells are parted by {delimiter}</source>
   <translation>单元格以{delimiter}分隔</translation>
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
   <source>100 points about y = 2x + 1. The slope is found within a few steps, the height b takes hundreds: x runs up to 10, so that the bowl is far steeper in w than in b. Momentum and Adam shorten the way.

Switch ‹standardise› on, give gradient descent a learning rate of 0.3, and see how round the bowl has become.

Without standardising, what is the largest learning rate with which gradient descent still arrives?</source>
   <translation>y = 2x + 1 附近的 100 个点。斜率几步就能找到，截距 b 却要几百步：x 最大到 10，所以碗形曲面沿 w 比沿 b 陡得多。动量法和 Adam 缩短了路程。

打开‹标准化›，给梯度下降 0.3 的学习率，看看碗变得多圆。

不标准化时，梯度下降还能到达的最大学习率是多少？</translation>
  </message>
  <message>
   <source>80 noisy points of a wave from a file. Each of the 8 hidden nodes bends once, and together they draw the curve: the middle is there soon, the ends come late. Momentum and Adam are far ahead of gradient descent.

Try fewer hidden nodes, ‹h›, and the ‹activation› ‹relu›.

What is predicted for x beyond 3, where there are no samples?</source>
   <translation>来自文件的 80 个带噪声的波形点。8 个隐藏节点各弯一次，合起来画出曲线：中间很快就对上了，两端要晚得多。动量法和 Adam 远远领先于梯度下降。

试试更少的隐藏节点‹h›，再把‹激活函数›换成‹ReLU›。

x 大于 3 的地方没有样本，那里的预测是什么？</translation>
  </message>
  <message>
   <source>A cliff, and clipping</source>
   <translation>悬崖与梯度裁剪</translation>
  </message>
  <message>
   <source>A formula of your own</source>
   <translation>自己写的公式</translation>
  </message>
  <message>
   <source>A good and a poor minimum. With a moderate learning rate the nearest one wins; with η = 2 the deep minimum is too sharp to stay in (its limit is 1.10), but the poor one is not (2.04). Newton’s method can end in quite different places from starts side by side; from here it goes to a maximum at 26.8, far outside the picture.

Drag the start between 8 and 12 and see where the three paths end.</source>
   <translation>一深一浅两个极小值。学习率适中时，路径止于最近的一个；η = 2 时，深的极小值太尖锐，停不住（其上限是 1.10），浅的却停得住（2.04）。牛顿法从相邻的起点出发，也可能止于完全不同的地方；从这里出发，它跑到了图外很远、x = 26.8 处的一个极大值。

在 8 到 12 之间拖动起点，看看三条路径止于何处。</translation>
  </message>
  <message>
   <source>A gradient that is never zeroed</source>
   <translation>从不清零的梯度</translation>
  </message>
  <message>
   <source>A kink: steps must shrink, not too fast</source>
   <translation>尖点：步子要缩小，但不能太快</translation>
  </message>
  <message>
   <source>A line through noise</source>
   <translation>穿过噪声的直线</translation>
  </message>
  <message>
   <source>A network learns a wave</source>
   <translation>网络学会一条波形</translation>
  </message>
  <message>
   <source>A network parts two moons</source>
   <translation>网络分开两弯月牙</translation>
  </message>
  <message>
   <source>A plateau: the gradient vanishes</source>
   <translation>高原：梯度消失</translation>
  </message>
  <message>
   <source>A ravine, three ways</source>
   <translation>三种方法过峡谷</translation>
  </message>
  <message>
   <source>A saddle, and how noise leaves it</source>
   <translation>鞍点，以及噪声如何离开它</translation>
  </message>
  <message>
   <source>AdaGrad, RMSprop, Adam</source>
   <translation>AdaGrad、RMSprop 与 Adam</translation>
  </message>
  <message>
   <source>All three go straight downhill and differ only in where they stop. The exact search stops at the lowest point of the ray, so each direction is at right angles to the last and the path zigzags; Armijo takes any length that gains enough, Wolfe also asks for a flatter slope.

Open ‹Results…› and compare what each run costs in evaluations.

Does the best length on each ray give the best path?</source>
   <translation>三者都笔直下坡，只是停的地方不同。精确搜索停在射线的最低点，所以每个方向都与上一个垂直，路径呈之字形；Armijo 接受任何下降足够的步长，Wolfe 还要求坡度变缓。

打开‹结果…›，比较每次运行用了多少次求值。

每条射线上最好的步长，会给出最好的路径吗？</translation>
  </message>
  <message>
   <source>All three have the same learning rate. Momentum rolls along the floor like a heavy ball, but swings from wall to wall; Nesterov’s look-ahead brakes before the wall.

Try μ = 0.5 and μ = 0.99. Compare the runs after 10 steps and after 60.</source>
   <translation>三者的学习率相同。动量法像一个重球沿谷底滚动，却在谷壁之间来回摆动；Nesterov 的前瞻在撞上谷壁之前就减速。

试试 μ = 0.5 和 μ = 0.99。比较 10 步之后和 60 步之后的三次运行。</translation>
  </message>
  <message>
   <source>All weights of this network are zero, and the targets of the 32 samples cancel out: the gradient of the full loss is exactly zero, and gradient descent never moves from this saddle. But every sample by itself pulls. Batches of 4 and of 1 drift off by what they happen to hold, and then the slope carries them down, here into two minima that are mirror images and draw the same curve.

Switch on ‹Arrows of the samples›. Then set ‹Batch size› to 31.

Is one sample fewer enough to leave the saddle?</source>
   <translation>这个网络的权重全为零，32 个样本的目标值又正好相互抵消：全部样本的损失的梯度严格为零，梯度下降永远停在这个鞍点上。但单看每一个样本，梯度都不为零。批量为 4 和 1 时，参数被碰巧抽到的样本带离鞍点，随后便顺着坡一路下降；这里两者到达的极小值互为镜像，画出的却是同一条曲线。

打开‹各样本的箭头›，再把‹批量大小›设为 31。

只少一个样本，就足以离开鞍点吗？</translation>
  </message>
  <message>
   <source>Any formula of x, or of x and y, can be the landscape. Here a bowl with ripples: gradient descent stops in the first hollow, momentum rolls through it and ends in the deepest.

Type another formula into ‹f›, such as (x**2 - 4)**2/40 + y**2/2.

Where are its minima, and which of them does each run reach?</source>
   <translation>任何关于 x、或关于 x 和 y 的公式都可以作为地形。这里是一个带波纹的碗：梯度下降停在第一个洼地，动量法滚了过去，最后停在最深的洼地。

在‹函数›里输入另一个公式，例如 (x**2 - 4)**2/40 + y**2/2。

它的极小值在哪里，两次运行各到达哪一个？</translation>
  </message>
  <message>
   <source>At the kink of |x| the slope jumps from −1 to 1 and never fades. So steps of a fixed length 0.3 swing about the minimum for ever. Steps that shrink like 1/k settle, and as their sum has no bound they get anywhere. The third run’s steps shrink by a fifth each time, and all of them together have a length that is soon reckoned.

Then set gamma of the third run to 0.9 (the … of its card unfolds it): all steps together are 3 long.</source>
   <translation>在 |x| 的尖点，斜率从 −1 跳到 1，从不减弱。于是固定长度为 0.3 的步子永远在极小值两边摆动。像 1/k 那样缩小的步子会静下来；它们的总和没有上界，所以哪里都到得了。第三次运行的步子每次缩小五分之一，所有步子加起来有多长，很快就能算出。

之后把第三次运行的衰减倍数设为 0.9（在卡片的 … 里展开）：所有步子加起来长 3。</translation>
  </message>
  <message>
   <source>BFGS and L-BFGS see only gradients, but learn from how they change how the valley bends. The first step is that of steepest descent; then they follow the curved floor of the ravine and end almost as fast as Newton’s method, while gradient descent has hardly moved along it.

Set ‹history size› of L-BFGS to 1: with two parameters it loses hardly anything.

Of a million parameters BFGS keeps a matrix of 10¹² numbers; how many are the five pairs of vectors that L-BFGS keeps?</source>
   <translation>BFGS 和 L-BFGS 只看梯度，却从梯度的变化中学会山谷怎样弯曲。第一步与最速下降方向相同；之后沿着弯曲的谷底前进，结尾几乎和牛顿法一样快，而梯度下降几乎还没有沿谷底移动。

把 L-BFGS 的‹记忆步数›设为 1：只有两个参数时，几乎没有损失。

有一百万个参数时，BFGS 要保存一个含 10¹² 个数的矩阵；L-BFGS 保存的五对向量共有多少个数？</translation>
  </message>
  <message>
   <source>BFGS learns the curvature</source>
   <translation>BFGS 学会曲率</translation>
  </message>
  <message>
   <source>Batches of 100, 20 and 1</source>
   <translation>批量大小：100、20 和 1</translation>
  </message>
  <message>
   <source>Both divide by the root of an average of squared gradients that begins at 0. RMSprop’s average is after one step only (1 − α) g², a hundredth of g², and so its first step is η/√(1 − α) = 10 η long. Adam corrects its averages for having begun at 0: its first step has the length η. With β₁ = 0 nothing else tells the two apart.

Then set α of RMSprop to 0.9 and to 0.999, and look at the first step each time.</source>
   <translation>两种方法都除以梯度平方的滑动平均的平方根，而这个平均从 0 开始。一步之后，RMSprop 的平均只有 (1 − α) g²，即 g² 的百分之一，所以第一步的长度是 η/√(1 − α) = 10 η。Adam 会修正平均从 0 开始造成的偏差：它的第一步长度就是 η。这里 β₁ = 0，两者再没有别的差别。

之后把 RMSprop 的 α 设为 0.9 和 0.999，看看每次的第一步。</translation>
  </message>
  <message>
   <source>Conjugate gradient: two steps</source>
   <translation>共轭梯度：两步到达</translation>
  </message>
  <message>
   <source>Curvature</source>
   <translation>曲率</translation>
  </message>
  <message>
   <source>Data and batches</source>
   <translation>数据与批量</translation>
  </message>
  <message>
   <source>Dead nodes: ReLU and a large rate</source>
   <translation>死掉的节点：ReLU 与大学习率</translation>
  </message>
  <message>
   <source>Dividing each component of the gradient by its own second derivative makes the ravine round, and the path runs straight to the minimum. Gradient descent with one learning rate for both axes must zigzag.

Choose ‹Booth› as the problem, where the valley is tilted, and give gradient descent η = 0.035: both paths become the same.

Why does the diagonal do no more there than a single learning rate would?</source>
   <translation>把梯度的每个分量除以各自的二阶导数，峡谷就变圆了，路径直奔极小值。两个轴共用一个学习率的梯度下降只能走之字形。

把问题换成山谷倾斜的‹Booth 函数›，再让梯度下降的 η = 0.035：两条路径就重合了。

为什么在那里对角线的作用与单一的学习率没有两样？</translation>
  </message>
  <message>
   <source>Each point carries none, one or more of three labels, and each label has a sigmoid and a straight border of its own. The three fits share nothing but the loss, which is the sum of theirs.

Watch the three borders turn into place independently. Press ‹New noise› for other points.

If one label is easy and another hard, does the hard one hold up the easy one?</source>
   <translation>每个点可以没有标签，也可以带三个标签中的一个或几个；每个标签有自己的 Sigmoid 函数和直线边界。三个拟合只共用一个损失，即三者的损失之和。

看三条边界怎样各自转到位。按‹新噪声›换一批点。

如果一个标签容易、另一个难，难的会拖累容易的吗？</translation>
  </message>
  <message>
   <source>Every gradient carries noise. A constant learning rate comes near quickly and then never settles, because each step throws the path about; one that falls keeps the quick start and calms down at the end.

Give the first run a smaller η, and compare the losses of the last twenty steps with ‹log› switched on.

Can any constant rate end these 120 steps as calmly as η cos?</source>
   <translation>每个梯度都带有噪声。固定的学习率很快就接近，却永远静不下来，因为每一步都把路径抛来抛去；逐渐下降的学习率保留了快速的开头，最后安静下来。

给第一次运行更小的 η，打开‹对数›，比较最后二十步的损失。

有没有哪个固定的学习率，能让这 120 步结束得像 η cos 那样安静？</translation>
  </message>
  <message>
   <source>Exclusive or asks for two hidden nodes: 12 parameters. The map is the plane in which the chosen run’s path moves most; the other paths pass before or behind it. From one start the three runs come to rest in three valleys: the loss of a network is not convex, and a loss that no longer falls need not be the lowest.

Choose another run: map and border are then its own. ‹New start› deals the valleys anew; with more hidden nodes, ‹h›, poor ones become rare.</source>
   <translation>异或问题需要两个隐藏节点：12 个参数。地图取的是所选运行的路径移动得最多的那个平面，其他路径只是从它前面或后面经过。三次运行从同一个起点出发，停在三个不同的谷里：网络的损失不是凸的，损失不再下降，也未必就是最低。

选另一次运行：地图和边界就换成它自己的。按‹新起点›，各自落入的谷会重新洗牌；隐藏节点‹h›多一些，差的谷就少见了。</translation>
  </message>
  <message>
   <source>Exhaustive search: look everywhere</source>
   <translation>穷举搜索：处处都看一遍</translation>
  </message>
  <message>
   <source>Far out the slope is 0.001, so gradient descent with η = 0.1 moves by 0.0001 a step; at that pace 10 units take 100 000 steps. RMSprop and Adam divide by the size of the gradient and walk at their usual pace.

Move the start towards the hole until gradient descent arrives as well, or set ‹Steps› to 100000: from x = 10 it falls into the hole after about 60 000.</source>
   <translation>远处的坡度只有 0.001，η = 0.1 的梯度下降每步只走 0.0001；照这样走，10 个单位要 100 000 步。RMSprop 和 Adam 除以梯度的大小，照常前进。

把起点移向洼地，直到梯度下降也能到达；或者把‹步数›设为 100000：从 x = 10 出发，它大约 60 000 步之后才掉进洼地。</translation>
  </message>
  <message>
   <source>First steps</source>
   <translation>入门</translation>
  </message>
  <message>
   <source>Four basins: the start decides</source>
   <translation>四个盆地：起点决定终点</translation>
  </message>
  <message>
   <source>Four clouds; each class gets a score that is linear in the features, and softmax turns the scores into probabilities. Regions with straight borders grow out of the centre.

Compare the whole batch with batches of 15 after as many samples. Give the data more ‹noise›, or more ‹classes›.

Can a region ever have a bay in its border?</source>
   <translation>四团点；每个类别得到一个对特征线性的得分，Softmax 把得分变成概率。以直线为边界的区域从中心生长出来。

在看过的样本数相同时，比较全批量与批量为 15 的运行。给数据更大的‹噪声›，或更多的‹类别数›。

一个区域的边界会不会向里凹？</translation>
  </message>
  <message>
   <source>Further out this valley is ever steeper. At the start its curvature is 18.6, and no rate above 2/18.6 = 0.108 is stable; at the minimum it is 0.25, and the limit is 8. η = 0.1 is safe everywhere and creeps in the end; η = 2 would be right in the end, but its first step throws it out of the valley. The third run’s rate rises from 0.1 to 2 within ten steps, as is often done when networks are trained.

Then find the largest constant η that survives the first steps.</source>
   <translation>这个山谷越往外越陡。起点处的曲率是 18.6，大于 2/18.6 = 0.108 的学习率都不稳定；极小值处的曲率只有 0.25，上限是 8。η = 0.1 处处安全，最后却只能慢慢爬；η = 2 适合结尾，但第一步就被甩出山谷。第三次运行的学习率在十步之内从 0.1 升到 2，训练网络时常常这样做。

之后找出能挺过最初几步的最大固定 η。</translation>
  </message>
  <message>
   <source>Himmelblau’s function has four minima, all equally deep. Every start runs to the one whose basin it lies in, and two starts side by side can end far apart.

Drag a start across the ridge between two basins. ‹Results…› lists where each one ended; the map’s layer ‹Basins› shows it for all starts at once.

Where do the boundaries meet?</source>
   <translation>Himmelblau 函数有四个一样深的极小值。每个起点都走向它所在盆地的那一个，而两个相邻的起点可能止于相距很远的地方。

把一个起点拖过两个盆地之间的山脊。‹结果…›列出每个起点止于何处；地图的图层‹吸引域›则一次显示所有起点的去向。

这些边界在哪里相交？</translation>
  </message>
  <message>
   <source>In a bowl of two parameters, conjugate gradient arrives in two steps. It takes the same first step as steepest descent, then bends the direction so that what was won along the first is not lost again.

Try any other start, then choose ‹Rosenbrock› as the problem.

Why do two steps always do in a bowl, but not there?</source>
   <translation>在两个参数的碗里，共轭梯度法两步就到。它的第一步与最速下降相同，然后让方向转弯，使第一步得到的不再失去。

换任何一个起点试试，再把问题换成‹Rosenbrock 函数›。

为什么在碗里两步总是够用，在那里却不够？</translation>
  </message>
  <message>
   <source>Landscapes</source>
   <translation>地形</translation>
  </message>
  <message>
   <source>Learning rate: too small, right, too large</source>
   <translation>学习率：太小、合适、太大</translation>
  </message>
  <message>
   <source>Line search: how far along the ray?</source>
   <translation>线搜索：沿射线走多远？</translation>
  </message>
  <message>
   <source>Local and global minimum</source>
   <translation>局部极小与全局最小</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Momentum against Nesterov</source>
   <translation>动量法与 Nesterov</translation>
  </message>
  <message>
   <source>Momentum and own rates</source>
   <translation>动量与自适应学习率</translation>
  </message>
  <message>
   <source>Nelder–Mead: a triangle walks downhill</source>
   <translation>Nelder–Mead：三角形走下坡</translation>
  </message>
  <message>
   <source>Newton climbs to a maximum</source>
   <translation>牛顿法爬上了极大值</translation>
  </message>
  <message>
   <source>Newton doubles its digits</source>
   <translation>牛顿法：有效数字成倍增加</translation>
  </message>
  <message>
   <source>Newton’s method jumps to the bottom of the parabola that fits the curve here. Far out it comes closer by about 2 a step; near the minimum each error is less than the square of the one before (here, where left and right are alike, even about a twelfth of its cube), and a few steps give all digits there are. Gradient descent creeps on.

Step forward one by one and read the new x in the inspector.

After how many steps is Newton’s error below 0.0001?</source>
   <translation>牛顿法跳到与此处曲线最贴合的抛物线的谷底。在远处每步大约靠近 2；在极小值附近，每一步的误差都比前一步误差的平方还小（这里左右对称，误差甚至约为前一步误差立方的十二分之一），几步就得到全部有效数字。梯度下降还在慢慢爬。

一步一步往前走，在检查器里读出新的 x。

牛顿法要几步误差才低于 0.0001？</translation>
  </message>
  <message>
   <source>Newton’s method looks for a point without slope, and a maximum is one as well. Where the curve bends downwards the exact Hessian can send it uphill; damping adds λ to the curvature, the absolute value turns the step round.

At the start H is −1.035. Lower λ to 1, then see how large it must be for every step to go downhill.</source>
   <translation>牛顿法寻找没有坡度的点，而极大值也是这样的点。在曲线向下弯的地方，精确的黑塞矩阵可能把它送上坡；阻尼给曲率加上 λ，取绝对值则让步子掉头。

起点处 H = −1.035。先把 λ 降到 1，再看 λ 要多大，才能让每一步都下坡。</translation>
  </message>
  <message>
   <source>No gradient is asked for, only which of three corners is highest. The triangle flips that corner over its opposite side, stretches where it goes well and shrinks where it does not, until it sits in a minimum.

Compare its value evaluations with the gradients of the other run in ‹Results…›. Then drag the start.</source>
   <translation>它不需要梯度，只看三个顶点中哪个最高。三角形把这个顶点翻到对边的另一侧，顺利时伸长，不顺时缩小，直到落在极小值里。

在‹结果…›里把它的函数求值次数与另一次运行的梯度次数比较。然后拖动起点。</translation>
  </message>
  <message>
   <source>No straight line parts the moons; a hidden layer of 8 nodes bends the border. For a while the border is nearly straight and the loss stays near 0.29; then it bends, and the loss falls.

Press ‹New start›: the loss is not convex, and the order of the runs may change. See how few hidden nodes, ‹h›, are enough.</source>
   <translation>没有一条直线能分开两弯月牙；8 个节点的隐藏层把边界弯曲。有一阵子边界几乎是直的，损失停在 0.29 附近；然后边界弯了起来，损失也降了下去。

按‹新起点›：损失不是凸的，先后次序可能改变。看看最少要几个隐藏节点‹h›。</translation>
  </message>
  <message>
   <source>One large gradient can undo many small steps. On the cliff the slope is fifty times that of the plain, and a single step throws the path far to the left; clipped to length 1, the gradient keeps its direction and the path walks down.

Move the start a little.

Is it luck whether a step lands on the cliff?</source>
   <translation>一个很大的梯度可以毁掉许多小步。悬崖上的坡度是平地的五十倍，一步就把路径远远抛到左边；把梯度裁剪到长度 1，方向不变，路径就能走下来。

把起点稍微移动。

一步会不会落在悬崖上，是靠运气吗？</translation>
  </message>
  <message>
   <source>Overfitting: the lowest loss, not the best curve</source>
   <translation>过拟合：损失最低，曲线却不是最好</translation>
  </message>
  <message>
   <source>Preconditioning: one scale for each axis</source>
   <translation>预条件：每个轴各有尺度</translation>
  </message>
  <message>
   <source>SGD leaves a saddle</source>
   <translation>SGD 离开鞍点</translation>
  </message>
  <message>
   <source>Schedules: large steps first, small ones last</source>
   <translation>学习率调度：先大步，后小步</translation>
  </message>
  <message>
   <source>Several classes: softmax</source>
   <translation>多个类别：Softmax</translation>
  </message>
  <message>
   <source>Several labels at once</source>
   <translation>同时有多个标签</translation>
  </message>
  <message>
   <source>Ten noisy points of a smooth curve, and a polynomial of degree 9 with ten parameters. Newton’s method finds the lowest loss there is, 0, in a single step: its curve goes through every point and swings wildly between them. Gradient descent finds the gentle shapes first; stopped after 300 steps it has the greater loss and the better curve. Weight decay λ would keep it so for good: it holds the parameters small.

Set ‹degree› to 3 and watch Newton’s curve.

Which of the curves would you trust between the points?</source>
   <translation>一条光滑曲线附近的十个带噪声的点，以及一个有十个参数的 9 次多项式。牛顿法一步就找到最低的损失 0：它的曲线穿过每一个点，却在点与点之间剧烈摆动。梯度下降先找到平缓的形状；停在 300 步时，它的损失更大，曲线却更好。权重衰减 λ 会让它一直如此：参数始终很小。

把‹次数›设为 3，看看牛顿法的曲线。

在点与点之间，你会相信哪条曲线？</translation>
  </message>
  <message>
   <source>The bowl is nine times steeper across than along, and no single learning rate suits both directions. Near the limit 2/λ = 0.111 every step leaps to the other wall; with a small rate the path is smooth, but creeps along the floor.

Raise η to 0.112.

Which learning rate between the two makes the loss fall fastest?</source>
   <translation>碗的横向曲率是纵向的九倍，没有一个学习率同时适合两个方向。接近上限 2/λ = 0.111 时，每一步都跳到对面的谷壁；学习率小时路径平滑，却沿谷底缓慢爬行。

把 η 提高到 0.112。

两者之间，哪个学习率让损失下降最快？</translation>
  </message>
  <message>
   <source>The classic mistake of a training loop: the gradient is never set to zero. Both runs fit y = wx to three points with the same learning rate, but the second one adds each new gradient to all the old ones and steps along the sum.

Then give the second run a smaller η, and compare how wide it swings and how many steps a swing takes.</source>
   <translation>训练循环里的经典错误：梯度从不清零。两次运行都用同样的学习率把 y = w·x 拟合到三个点，但第二次运行把每个新梯度都加到旧梯度之上，再沿着总和走。

之后给第二次运行更小的 η，比较它摆动多宽、摆动一次要多少步。</translation>
  </message>
  <message>
   <source>The first step: Adam’s correction</source>
   <translation>第一步：Adam 的偏差修正</translation>
  </message>
  <message>
   <source>The line y = wx through (1, 2), (2, 4) and (3, 6): one parameter, and its loss is a parabola with the minimum at w = 2. Gradient descent uses all three points in each step, SGD one after another. After 60 steps both are equally near, but gradient descent has looked at 180 samples and SGD at 60. Exhaustive search computes the loss at 41 values of w from 0 to 4: for one parameter that is cheap, for ten it would be 41¹⁰ losses.

Try learning rates of 0.1, 0.2 and 0.21.

Which of them is best, and which is too large for SGD alone?</source>
   <translation>直线 y = w·x 穿过 (1, 2)、(2, 4)、(3, 6)：只有一个参数，损失是一条抛物线，最小值在 w = 2。梯度下降每一步用全部三个点，SGD 依次每步只用一个。60 步之后两者同样接近，但梯度下降看了 180 个样本，SGD 只看了 60 个。穷举搜索在 0 到 4 之间的 41 个 w 处计算损失：一个参数时很便宜，十个参数就要 41¹⁰ 次。

试试学习率 0.1、0.2 和 0.21。

其中哪个最好，哪个只对 SGD 来说太大？</translation>
  </message>
  <message>
   <source>The losses of a network: three valleys</source>
   <translation>网络的损失：三个谷</translation>
  </message>
  <message>
   <source>The same 100 points about y = 3 + 2x, the same learning rate. 50 epochs are 50 updates with the whole batch, 250 with batches of 20, and 5000 with single samples. Smaller batches get further with each epoch, but tremble about the minimum and never settle.

Compare the runs after as many updates, then after as many samples. Try a smaller learning rate for single samples.

How many samples has each run looked at after 250 updates?</source>
   <translation>同样的 100 个点（分布在 y = 3 + 2x 附近），同样的学习率。50 轮在全批量时是 50 次更新，批量为 20 时是 250 次，单个样本时是 5000 次。批量越小，每一轮走得越远，但会在最小值附近抖动，始终停不下来。

先在更新次数相同时比较各次运行，再在看过的样本数相同时比较。试试给单样本的运行更小的学习率。

250 次更新之后，每次运行各看过多少个样本？</translation>
  </message>
  <message>
   <source>The sign of the derivative says which way to go, its size how far. Left of the minimum f′ is negative and x grows, right of it f′ is positive and x shrinks; near the bottom the steps fade by themselves.

Drag a start to the other side, or give η another value.

What is the first step from x = 3 with η = 0.1?</source>
   <translation>导数的符号决定往哪边走，导数的大小决定走多远。在极小值左边 f′ 为负，x 增大；在右边 f′ 为正，x 减小；越接近谷底，步子自然越小。

把一个起点拖到另一边，或者换一个 η。

从 x = 3 出发、η = 0.1 时，第一步的位移是多少？</translation>
  </message>
  <message>
   <source>The start lies exactly on the ridge, where the gradient points straight at the saddle. The second run has a little noise on every gradient: it pushes the path off the ridge, and from then on the slope itself carries it down to a minimum.

Change ‹Seed›, or move the start a little to one side, and see which way each run leaves.</source>
   <translation>起点正好在山脊线上，那里的梯度直指鞍点。第二次运行的每个梯度都带一点噪声：噪声把路径推离山脊，此后坡度自己就把它带到一个极小值。

换一个‹随机种子›，或把起点稍微往旁边移，看看每次运行往哪边离开。</translation>
  </message>
  <message>
   <source>The valley is 20 times steeper across than along. Gradient descent zigzags between the walls, momentum swings and gathers speed along the floor, Adam gives each direction its own step.

Drag η of gradient descent towards its limit and beyond; the whole path answers at once.

Which of the three is ahead after 8 steps, and which after 60?</source>
   <translation>山谷的横向曲率是纵向的 20 倍。梯度下降在谷壁之间来回震荡，动量法一边摆动一边沿谷底加速，Adam 给每个方向各自的步长。

把梯度下降的 η 拖向上限，再拖过去；整条路径立刻随之变化。

8 步之后谁领先，60 步之后又是谁？</translation>
  </message>
  <message>
   <source>Three hollows, and the left one is not the deepest. Gradient descent computes 60 gradients and ends in the hollow it began in. Exhaustive search computes the loss at 21 × 21 = 441 places and keeps the lowest: it has found the deepest hollow, but not its bottom. For ten parameters it would be 21¹⁰ losses.

In the settings of ‹Start and stop› set ‹grid search› to 2, 3 and 41. Then drag the start to the best place found.

How few tries are enough, if gradient descent begins at the best one?</source>
   <translation>三个洼地，左边那个并不是最深的。梯度下降算了 60 次梯度，停在它出发的那个洼地里。穷举搜索在 21 × 21 = 441 个位置上计算损失，留下最低的一个：它找到了最深的洼地，却没有到底部。如果有十个参数，就要算 21¹⁰ 个损失。

在‹起点与停止›的更多设置里，把‹网格搜索›设为 2、3 和 41，再把起点拖到找到的最好位置。

如果梯度下降从最好的位置出发，最少要试多少个位置才够？</translation>
  </message>
  <message>
   <source>Three points: exhaustive search, GD and SGD</source>
   <translation>三个点：穷举搜索、梯度下降与 SGD</translation>
  </message>
  <message>
   <source>Three runs of gradient descent on x² from the same start. Each step multiplies x by 1 − 2η: a small η creeps, a larger one arrives sooner, and beyond a limit it is all different.

Then try η = 0.5 and η = 1 for the third run. ‹Loss by learning rate› (R) shows at once what every rate would have brought.</source>
   <translation>在 x² 上从同一起点做三次梯度下降。每一步把 x 乘以 1 − 2η：η 小则爬得慢，大一些更早到达，超过某个界限就完全不同了。

之后给第三次运行试试 η = 0.5 和 η = 1。‹损失与学习率›（R）一次显示每个学习率会带来什么结果。</translation>
  </message>
  <message>
   <source>Three ways to give each coordinate its own step. AdaGrad divides by all gradients it has seen and grows ever shorter of breath, RMSprop forgets the old ones, Adam adds momentum and overshoots before it turns.

Give all three the same η and see whose path changes the most.</source>
   <translation>给每个坐标各自步长的三种办法。AdaGrad 除以见过的全部梯度，步子越来越短；RMSprop 会忘掉旧的梯度；Adam 加上动量，先冲过头再转回来。

给三者同样的 η，看看谁的路径变化最大。</translation>
  </message>
  <message>
   <source>Two ReLU nodes can draw this curve, as the run with η = 0.1 shows. With η = 0.5 the first step throws one node to where it gives 0 for all 32 samples, and the second step the other: their gradients are now exactly 0, and no later step brings them back. The curve stays flat.

Set ‹activation› to ‹leaky ReLU›, which keeps a slope of 0.01 there: after as bad a start the curve moves again.

Which of the seven parameters can still move when both nodes are dead?</source>
   <translation>两个 ReLU 节点就能画出这条曲线，η = 0.1 的运行就是这样。η = 0.5 时，第一步把一个节点抛到对全部 32 个样本都输出 0 的地方，第二步又抛掉另一个：它们的梯度从此严格为 0，以后的任何一步都救不回来。曲线一直是平的。

把‹激活函数›换成‹Leaky ReLU›，它在那里仍保留 0.01 的斜率：开头同样糟糕，曲线后来却又动了起来。

两个节点都死了以后，七个参数中还有哪个能动？</translation>
  </message>
  <message>
   <source>Two classes: logistic regression</source>
   <translation>两个类别：逻辑回归</translation>
  </message>
  <message>
   <source>Two clouds of points, and the straight border at which both classes are equally probable. Its direction is found at once; afterwards the weights grow, and the border gets sharper without moving. Newton uses the curvature and is there in a few steps.

Make the clouds overlap more, or less, with ‹noise›: at 0.7 they are apart, and the weights grow without end.

Why does the loss go on falling when the border no longer moves?</source>
   <translation>两团点，以及一条直线边界，在边界上两个类别的概率相等。边界的方向立刻就找到了；之后权重继续增大，边界越来越分明，却不再移动。牛顿法利用曲率，几步就到。

用‹噪声›让两团点重叠得更多或更少：设为 0.7 时两团完全分开，权重会无止境地增大。

边界不再移动时，损失为什么还在下降？</translation>
  </message>
  <message>
   <source>Warm-up: small steps first</source>
   <translation>预热：先走小步</translation>
  </message>
  <message>
   <source>What will become of gradient descent in these 150 steps?</source>
   <translation>在这 150 步里，梯度下降会怎样？</translation>
  </message>
  <message>
   <source>What will become of the run that never zeroes its gradient?</source>
   <translation>从不清零梯度的那次运行会怎样？</translation>
  </message>
  <message>
   <source>What will become of the run whose rate rises to 2?</source>
   <translation>学习率升到 2 的那次运行会怎样？</translation>
  </message>
  <message>
   <source>What will become of the third run?</source>
   <translation>第三次运行的结果会怎样？</translation>
  </message>
  <message>
   <source>Where will RMSprop end?</source>
   <translation>RMSprop 会停在哪里？</translation>
  </message>
  <message>
   <source>Where will the exact Newton’s method, H, end?</source>
   <translation>精确的牛顿法 H 会停在哪里？</translation>
  </message>
  <message>
   <source>Where will the run without noise end?</source>
   <translation>没有噪声的那次运行会停在哪里？</translation>
  </message>
  <message>
   <source>Where will the second run end?</source>
   <translation>第二次运行会停在哪里？</translation>
  </message>
  <message>
   <source>Where will the third run end?</source>
   <translation>第三次运行会停在哪里？</translation>
  </message>
  <message>
   <source>Where will the triangle come to rest?</source>
   <translation>三角形会停在哪里？</translation>
  </message>
  <message>
   <source>Which run will find the lowest valley in 400 steps?</source>
   <translation>400 步之内，哪次运行会找到最低的谷？</translation>
  </message>
  <message>
   <source>Which run will have the lowest loss after 150 steps?</source>
   <translation>150 步之后，哪次运行的损失最低？</translation>
  </message>
  <message>
   <source>Which run will have the lowest loss after 60 steps?</source>
   <translation>60 步之后，哪次运行的损失最低？</translation>
  </message>
  <message>
   <source>Which run will have the lowest loss after 800 steps?</source>
   <translation>800 步之后，哪次运行的损失最低？</translation>
  </message>
  <message>
   <source>Which way is down?</source>
   <translation>哪边是下坡？</translation>
  </message>
  <message>
   <source>Without gradients</source>
   <translation>不用梯度</translation>
  </message>
  <message>
   <source>Zigzag in a tilted bowl</source>
   <translation>倾斜碗里的之字形</translation>
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
   <source>, {n} classes</source>
   <translation>，{n} 个类别</translation>
  </message>
  <message>
   <source>1 update per epoch</source>
   <translation>每轮 1 次更新</translation>
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
   <source>= all {m}</source>
   <translation>= 全部 {m} 个</translation>
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
   <source>Add optimizer…</source>
   <translation>添加优化器…</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>所有文件</translation>
  </message>
  <message>
   <source>Another file…</source>
   <translation>另选文件…</translation>
  </message>
  <message>
   <source>Answer the question in the guide first, or skip it</source>
   <translation>请先回答导读中的问题，或者跳过它</translation>
  </message>
  <message>
   <source>Arrows of the samples</source>
   <translation>各样本的箭头</translation>
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
   <source>Ask again</source>
   <translation>再问一次</translation>
  </message>
  <message>
   <source>Asks for your guess first</source>
   <translation>先请你猜一猜</translation>
  </message>
  <message>
   <source>Back to the start</source>
   <translation>回到起点</translation>
  </message>
  <message>
   <source>Back-propagation against central differences of the loss, on these samples.</source>
   <translation>在这些样本上，将反向传播得到的梯度与损失的中心差分作比较。</translation>
  </message>
  <message>
   <source>Basins</source>
   <translation>吸引域</translation>
  </message>
  <message>
   <source>Basins (of one or two parameters only)</source>
   <translation>吸引域（仅限一个或两个参数）</translation>
  </message>
  <message>
   <source>Batch b</source>
   <translation>批量 b</translation>
  </message>
  <message>
   <source>Batch size</source>
   <translation>批量大小</translation>
  </message>
  <message>
   <source>Batches</source>
   <translation>批次</translation>
  </message>
  <message>
   <source>Batches k</source>
   <translation>批次数 k</translation>
  </message>
  <message>
   <source>Batches of this run alone, in place of those that hold for all runs.</source>
   <translation>仅用于此优化器的批次，取代对所有优化器生效的批次。</translation>
  </message>
  <message>
   <source>Batches whose gradients are added up before an update</source>
   <translation>每次更新前累加梯度的批次数</translation>
  </message>
  <message>
   <source>Before and after</source>
   <translation>这一步前后</translation>
  </message>
  <message>
   <source>Best: {runs}.</source>
   <translation>最好的是：{runs}。</translation>
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
   <source>Change optimizer…</source>
   <translation>更换优化器…</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <source>Choose before you press ‹Play›.</source>
   <translation>先选好，再按‹播放›。</translation>
  </message>
  <message>
   <source>Chosen run</source>
   <translation>所选运行</translation>
  </message>
  <message>
   <source>Click into the picture where you expect it.</source>
   <translation>在图中点一下你预计的位置。</translation>
  </message>
  <message>
   <source>Close the guide</source>
   <translation>关闭导读</translation>
  </message>
  <message>
   <source>Columns…</source>
   <translation>选择列…</translation>
  </message>
  <message>
   <source>Computational graph</source>
   <translation>计算图</translation>
  </message>
  <message>
   <source>Copied: a picture of {width}×{height} pixels</source>
   <translation>已复制：{width}×{height} 像素的图片</translation>
  </message>
  <message>
   <source>Copied: a {library} script of {n} lines</source>
   <translation>已复制：{n} 行的 {library} 脚本</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Copy as NumPy script</source>
   <translation>复制为 NumPy 脚本</translation>
  </message>
  <message>
   <source>Copy as PyTorch script</source>
   <translation>复制为 PyTorch 脚本</translation>
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
   <source>Data</source>
   <translation>数据</translation>
  </message>
  <message>
   <source>Distance to a minimum</source>
   <translation>到极小点的距离</translation>
  </message>
  <message>
   <source>Distance to the nearest minimum</source>
   <translation>到最近极小值点的距离</translation>
  </message>
  <message>
   <source>Dragging or the arrow keys turn it, the wheel or + and − zoom, a double click resets it.</source>
   <translation>拖动或用方向键旋转，滚轮或 + 与 − 缩放，双击复原。</translation>
  </message>
  <message>
   <source>Draw another start, and another order of the batches; the samples stay.</source>
   <translation>重新抽取起点和批次顺序；样本不变。</translation>
  </message>
  <message>
   <source>Draw other samples from the same law; the start stays.</source>
   <translation>按同一规律重新抽取样本；起点不变。</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Epoch, ms</source>
   <translation>每轮用时（毫秒）</translation>
  </message>
  <message>
   <source>Equal scales</source>
   <translation>等比例坐标</translation>
  </message>
  <message>
   <source>Error after step {n}</source>
   <translation>第 {n} 步后的误差</translation>
  </message>
  <message>
   <source>Error f − f*</source>
   <translation>误差 f − f*</translation>
  </message>
  <message>
   <source>Exhaustive search</source>
   <translation>穷举搜索</translation>
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
   <source>Files of type:</source>
   <translation>文件类型：</translation>
  </message>
  <message>
   <source>First rows</source>
   <translation>前几行</translation>
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
   <source>Gallery</source>
   <translation>图库</translation>
  </message>
  <message>
   <source>Gallery…</source>
   <translation>图库…</translation>
  </message>
  <message>
   <source>Gradient field</source>
   <translation>梯度场</translation>
  </message>
  <message>
   <source>Gradient norm ‖∇f‖</source>
   <translation>梯度范数 ‖∇f‖</translation>
  </message>
  <message>
   <source>Gradients</source>
   <translation>梯度次数</translation>
  </message>
  <message>
   <source>Graph</source>
   <translation>计算图</translation>
  </message>
  <message>
   <source>Grid</source>
   <translation>网格</translation>
  </message>
  <message>
   <source>Guess {axis}</source>
   <translation>猜测的 {axis}</translation>
  </message>
  <message>
   <source>Guide</source>
   <translation>使用说明</translation>
  </message>
  <message>
   <source>Hessian</source>
   <translation>黑塞矩阵</translation>
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
   <source>Highest {axis}</source>
   <translation>{axis} 的上限</translation>
  </message>
  <message>
   <source>How the file is read, and which columns are used</source>
   <translation>文件如何读取，使用哪些列</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>Import data</source>
   <translation>导入数据</translation>
  </message>
  <message>
   <source>Import data (CSV)…</source>
   <translation>导入数据（CSV）…</translation>
  </message>
  <message>
   <source>In the data's own units:</source>
   <translation>换算为原始单位：</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>检查器</translation>
  </message>
  <message>
   <source>It arrives and stays</source>
   <translation>到达并停住</translation>
  </message>
  <message>
   <source>It ended at {place}. You were {distance} off.</source>
   <translation>它停在 {place}，与你的猜测相差 {distance}。</translation>
  </message>
  <message>
   <source>It is still on its way</source>
   <translation>还在路上</translation>
  </message>
  <message>
   <source>It runs away</source>
   <translation>越跑越远</translation>
  </message>
  <message>
   <source>It swings back and forth</source>
   <translation>来回振荡</translation>
  </message>
  <message>
   <source>It would tell the answer to your question: play to the end first</source>
   <translation>这会透露问题的答案：请先播放到最后</translation>
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
   <source>Known minima</source>
   <translation>已知极小值</translation>
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
   <source>Last loss</source>
   <translation>最后的损失</translation>
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
   <source>Learning rate times largest curvature</source>
   <translation>学习率乘以最大曲率</translation>
  </message>
  <message>
   <source>Left out: {reason}</source>
   <translation>未写入：{reason}</translation>
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
   <source>Line search</source>
   <translation>线搜索</translation>
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
   <source>Look in:</source>
   <translation>查找位置：</translation>
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
   <source>Loss after step {n}</source>
   <translation>第 {n} 步后的损失</translation>
  </message>
  <message>
   <source>Loss and batch loss</source>
   <translation>损失与批次损失</translation>
  </message>
  <message>
   <source>Loss by learning rate</source>
   <translation>损失与学习率</translation>
  </message>
  <message>
   <source>Loss of all samples at the last step of the run</source>
   <translation>运行最后一步时全部样本的损失</translation>
  </message>
  <message>
   <source>Loss of the batch</source>
   <translation>批量的损失</translation>
  </message>
  <message>
   <source>Loss to reach</source>
   <translation>要达到的损失</translation>
  </message>
  <message>
   <source>Low and high end of what is searched of this parameter.</source>
   <translation>该参数搜索范围的下限与上限。</translation>
  </message>
  <message>
   <source>Lowest {axis}</source>
   <translation>{axis} 的下限</translation>
  </message>
  <message>
   <source>Main directions of the path</source>
   <translation>路径的主方向</translation>
  </message>
  <message>
   <source>Measure again</source>
   <translation>重新测量</translation>
  </message>
  <message>
   <source>Measured at step {step} with {m} samples, on this machine.</source>
   <translation>在本机上测得：第 {step} 步，{m} 个样本。</translation>
  </message>
  <message>
   <source>Median time of an update, without recording and drawing</source>
   <translation>一次更新用时的中位数，不含记录和绘图</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
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
   <source>More than 50 parameters: the Hessian is not computed at every step.</source>
   <translation>参数多于 50 个：不在每一步计算 黑塞矩阵。</translation>
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
   <source>New noise</source>
   <translation>新噪声</translation>
  </message>
  <message>
   <source>New start</source>
   <translation>新起点</translation>
  </message>
  <message>
   <source>Next sample</source>
   <translation>下一个样本</translation>
  </message>
  <message>
   <source>Next scenario</source>
   <translation>下一个示例</translation>
  </message>
  <message>
   <source>No bands</source>
   <translation>无色带</translation>
  </message>
  <message>
   <source>No smoothing</source>
   <translation>不平滑</translation>
  </message>
  <message>
   <source>Noise of g</source>
   <translation>g 的噪声</translation>
  </message>
  <message>
   <source>None of them has converged.</source>
   <translation>没有一个收敛。</translation>
  </message>
  <message>
   <source>Not so.</source>
   <translation>不对。</translation>
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
   <source>Off: the classic mistake of never setting the gradient to zero, so that each update uses the sum of all gradients so far.</source>
   <translation>关闭：忘记将梯度清零的典型错误，每次更新使用迄今所有梯度之和。</translation>
  </message>
  <message>
   <source>One point of it a step</source>
   <translation>穷举：每步一个点</translation>
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
   <source>Order of the batches</source>
   <translation>批次的次序</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Outcomes</source>
   <translation>结局</translation>
  </message>
  <message>
   <source>Own batches</source>
   <translation>单独的批次</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>页面</translation>
  </message>
  <message>
   <source>Parameter across</source>
   <translation>横轴参数</translation>
  </message>
  <message>
   <source>Parameter up</source>
   <translation>纵轴参数</translation>
  </message>
  <message>
   <source>Parameters of data and model</source>
   <translation>数据和模型的参数</translation>
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
   <source>Plane that is shown of {n} parameters</source>
   <translation>{n} 个参数中所显示的平面</translation>
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
   <source>Play on to the end to see whether you are right.</source>
   <translation>播放到最后，看看猜得对不对。</translation>
  </message>
  <message>
   <source>Positions above the axis</source>
   <translation>轴上方的位置</translation>
  </message>
  <message>
   <source>Predict</source>
   <translation>先猜一猜</translation>
  </message>
  <message>
   <source>Presentation</source>
   <translation>演示模式</translation>
  </message>
  <message>
   <source>Press ‹Play› to see whether you are right.</source>
   <translation>按‹播放›，看看猜得对不对。</translation>
  </message>
  <message>
   <source>Press ‹Play›, or drag it elsewhere.</source>
   <translation>按‹播放›，或者把它拖到别处。</translation>
  </message>
  <message>
   <source>Previous sample</source>
   <translation>上一个样本</translation>
  </message>
  <message>
   <source>Previous scenario</source>
   <translation>上一个示例</translation>
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
   <source>Promise and outcome</source>
   <translation>预计与实际</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>RMS</source>
   <translation>均方根</translation>
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
   <source>Regimes</source>
   <translation>地形标注</translation>
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
   <source>Right.</source>
   <translation>猜对了。</translation>
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
   <source>Samples in a batch</source>
   <translation>每个批次的样本数</translation>
  </message>
  <message>
   <source>Samples per update</source>
   <translation>每次更新的样本数</translation>
  </message>
  <message>
   <source>Samples that an update evaluated, as measured</source>
   <translation>实测一次更新计算的样本数</translation>
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
   <source>Saved: {file}</source>
   <translation>已保存：{file}</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>倍率</translation>
  </message>
  <message>
   <source>Scenario guide</source>
   <translation>场景导读</translation>
  </message>
  <message>
   <source>Search the customary range again</source>
   <translation>恢复默认搜索范围</translation>
  </message>
  <message>
   <source>Search what is shown</source>
   <translation>穷举所显示的范围</translation>
  </message>
  <message>
   <source>See gradient descent, step by step.</source>
   <translation>一步一步看懂梯度下降。</translation>
  </message>
  <message>
   <source>Sharpness η·λₘₐₓ</source>
   <translation>锐度 η·λₘₐₓ</translation>
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
   <source>Simplex</source>
   <translation>单纯形</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>跳过</translation>
  </message>
  <message>
   <source>Slower</source>
   <translation>减慢</translation>
  </message>
  <message>
   <source>Smoothing {share}</source>
   <translation>平滑 {share}</translation>
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
   <source>Stability</source>
   <translation>稳定性</translation>
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
   <source>Table from a file</source>
   <translation>文件中的表格</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>表格</translation>
  </message>
  <message>
   <source>Tangent and step</source>
   <translation>切线与步长</translation>
  </message>
  <message>
   <source>The Hessian is not finite here.</source>
   <translation>黑塞矩阵在这里不是有限数。</translation>
  </message>
  <message>
   <source>The loss beside this point is not a finite number.</source>
   <translation>此点附近的损失不是有限的数。</translation>
  </message>
  <message>
   <source>The same path without gdviz, as a program for {library}</source>
   <translation>不用 gdviz 也能走出同一条路径的 {library} 程序</translation>
  </message>
  <message>
   <source>The target is</source>
   <translation>目标的类型</translation>
  </message>
  <message>
   <source>There are too many parameters to try all values.</source>
   <translation>参数太多，无法逐一尝试所有取值。</translation>
  </message>
  <message>
   <source>There can't be another start</source>
   <translation>无法再添加起点</translation>
  </message>
  <message>
   <source>These data can't be used</source>
   <translation>无法使用这些数据</translation>
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
   <source>Time of the updates of an epoch</source>
   <translation>一轮中所有更新的用时</translation>
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
   <source>Update, µs</source>
   <translation>每次更新用时（微秒）</translation>
  </message>
  <message>
   <source>Updates per epoch</source>
   <translation>每轮更新次数</translation>
  </message>
  <message>
   <source>Values</source>
   <translation>函数值次数</translation>
  </message>
  <message>
   <source>Variance of the gradient: the mean of |g − ∇L|² over the updates of an epoch</source>
   <translation>梯度的方差：一轮各次更新中 |g − ∇L|² 的平均值</translation>
  </message>
  <message>
   <source>What is shown</source>
   <translation>显示的量</translation>
  </message>
  <message>
   <source>What runs along the axis</source>
   <translation>横轴的量</translation>
  </message>
  <message>
   <source>What the method goes by</source>
   <translation>方法的依据</translation>
  </message>
  <message>
   <source>What you had not saved is here again.</source>
   <translation>未保存的内容已经恢复。</translation>
  </message>
  <message>
   <source>What {name} is used for</source>
   <translation>{name} 的用途</translation>
  </message>
  <message>
   <source>Where the largest curvature of the minimum is λ, an iterate stays there only with a learning rate below 2/λ (with momentum μ: 2(1+μ)/λ, with Nesterov's: 2(1+μ)/((1+2μ)λ); for Newton's method 2, more with damping).</source>
   <translation>若极小值处的最大曲率为 λ，则只有学习率小于 2/λ 时，迭代点才停得住（动量 μ：2(1+μ)/λ；Nesterov 动量：2(1+μ)/((1+2μ)λ)；牛顿法为 2，有阻尼时更大）。</translation>
  </message>
  <message>
   <source>a number is needed here</source>
   <translation>这里需要一个数</translation>
  </message>
  <message>
   <source>after</source>
   <translation>之后</translation>
  </message>
  <message>
   <source>all {n} samples</source>
   <translation>全部 {n} 个样本</translation>
  </message>
  <message>
   <source>and {n} more</source>
   <translation>还有 {n} 个</translation>
  </message>
  <message>
   <source>arrows of {n} of {m} samples</source>
   <translation>{m} 个样本中 {n} 个的箭头</translation>
  </message>
  <message>
   <source>batch of {n}</source>
   <translation>批量：{n} 个样本</translation>
  </message>
  <message>
   <source>before</source>
   <translation>之前</translation>
  </message>
  <message>
   <source>below its limit</source>
   <translation>低于上限</translation>
  </message>
  <message>
   <source>best fixed rate</source>
   <translation>最佳固定学习率</translation>
  </message>
  <message>
   <source>best of {n}</source>
   <translation>{n} 个中最优</translation>
  </message>
  <message>
   <source>best {rate}</source>
   <translation>最佳 {rate}</translation>
  </message>
  <message>
   <source>beyond its limit</source>
   <translation>超过上限</translation>
  </message>
  <message>
   <source>both orders</source>
   <translation>一阶加二阶</translation>
  </message>
  <message>
   <source>b·k = {b}·{k} = {n} samples per update</source>
   <translation>每次更新 b·k = {b}·{k} = {n} 个样本</translation>
  </message>
  <message>
   <source>change of f</source>
   <translation>f 的变化</translation>
  </message>
  <message>
   <source>condition number</source>
   <translation>条件数</translation>
  </message>
  <message>
   <source>conjugacy</source>
   <translation>共轭性</translation>
  </message>
  <message>
   <source>contract</source>
   <translation>收缩</translation>
  </message>
  <message>
   <source>copy of unsaved work</source>
   <translation>未保存内容的副本</translation>
  </message>
  <message>
   <source>curvature</source>
   <translation>曲率</translation>
  </message>
  <message>
   <source>direction</source>
   <translation>方向</translation>
  </message>
  <message>
   <source>direction 1</source>
   <translation>方向 1</translation>
  </message>
  <message>
   <source>direction 2</source>
   <translation>方向 2</translation>
  </message>
  <message>
   <source>distance</source>
   <translation>距离</translation>
  </message>
  <message>
   <source>diverges</source>
   <translation>发散</translation>
  </message>
  <message>
   <source>eigenvalues</source>
   <translation>特征值</translation>
  </message>
  <message>
   <source>epoch {} of {}</source>
   <translation>第 {} 轮，共 {} 轮</translation>
  </message>
  <message>
   <source>epochs</source>
   <translation>轮数</translation>
  </message>
  <message>
   <source>expand</source>
   <translation>扩展</translation>
  </message>
  <message>
   <source>finer would take too long</source>
   <translation>更细则过于耗时</translation>
  </message>
  <message>
   <source>first order</source>
   <translation>一阶</translation>
  </message>
  <message>
   <source>gdviz did not end properly the last time.</source>
   <translation>gdviz 上次没有正常退出。</translation>
  </message>
  <message>
   <source>gradient check</source>
   <translation>梯度检验</translation>
  </message>
  <message>
   <source>gradient evaluations</source>
   <translation>梯度求值次数</translation>
  </message>
  <message>
   <source>grey: not arrived after {n} steps</source>
   <translation>灰色：{n} 步后仍未到达</translation>
  </message>
  <message>
   <source>grid</source>
   <translation>网格</translation>
  </message>
  <message>
   <source>hardly shrinks</source>
   <translation>几乎不再减小</translation>
  </message>
  <message>
   <source>its cosine</source>
   <translation>其余弦</translation>
  </message>
  <message>
   <source>known up to step {n}</source>
   <translation>已算到第 {n} 步</translation>
  </message>
  <message>
   <source>language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>largest eigenvalue</source>
   <translation>最大特征值</translation>
  </message>
  <message>
   <source>largest relative error {error} at {name}: {analytic} against {numeric}</source>
   <translation>最大相对误差 {error}，位于 {name}：反向传播 {analytic}，差分 {numeric}</translation>
  </message>
  <message>
   <source>last direction</source>
   <translation>上一方向</translation>
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
   <source>learning rate</source>
   <translation>学习率</translation>
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
   <source>main directions</source>
   <translation>主方向</translation>
  </message>
  <message>
   <source>maximum</source>
   <translation>极大值</translation>
  </message>
  <message>
   <source>measured time</source>
   <translation>实测时间</translation>
  </message>
  <message>
   <source>measured: quadratic, e′ ≈ {factor} e²</source>
   <translation>实测：二次收敛，e′ ≈ {factor} e²</translation>
  </message>
  <message>
   <source>measured: superlinear, of order {order}</source>
   <translation>实测：超线性收敛，阶数 {order}</translation>
  </message>
  <message>
   <source>measured: × {factor} a step</source>
   <translation>实测：每步 × {factor}</translation>
  </message>
  <message>
   <source>minimum</source>
   <translation>极小值</translation>
  </message>
  <message>
   <source>model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>not arrived</source>
   <translation>尚未到达</translation>
  </message>
  <message>
   <source>nothing found</source>
   <translation>没有找到</translation>
  </message>
  <message>
   <source>of {m}</source>
   <translation>共 {m} 个</translation>
  </message>
  <message>
   <source>other features at their means</source>
   <translation>其余特征取均值</translation>
  </message>
  <message>
   <source>others as at the last step</source>
   <translation>其余取最后一步的值</translation>
  </message>
  <message>
   <source>place of the window</source>
   <translation>窗口位置</translation>
  </message>
  <message>
   <source>reached at step {step}</source>
   <translation>第 {step} 步到达</translation>
  </message>
  <message>
   <source>reflect</source>
   <translation>反射</translation>
  </message>
  <message>
   <source>saddle</source>
   <translation>鞍点</translation>
  </message>
  <message>
   <source>sample no. {i} of the data</source>
   <translation>数据中的第 {i} 个样本</translation>
  </message>
  <message>
   <source>sample {i} of {n}</source>
   <translation>样本 {i}/{n}</translation>
  </message>
  <message>
   <source>samples seen</source>
   <translation>看过的样本数</translation>
  </message>
  <message>
   <source>share of this sample: {numbers}</source>
   <translation>此样本的贡献：{numbers}</translation>
  </message>
  <message>
   <source>shrink</source>
   <translation>缩小</translation>
  </message>
  <message>
   <source>smallest eigenvalue</source>
   <translation>最小特征值</translation>
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
   <source>stable at {n} of {all}</source>
   <translation>{all} 处中 {n} 处稳定</translation>
  </message>
  <message>
   <source>stable below</source>
   <translation>稳定上限</translation>
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
   <source>step {first} → {now}</source>
   <translation>第 {first} → {now} 步</translation>
  </message>
  <message>
   <source>step {k}</source>
   <translation>第 {k} 步</translation>
  </message>
  <message>
   <source>step {} of {}</source>
   <translation>第 {} 步，共 {} 步</translation>
  </message>
  <message>
   <source>striped: diverges</source>
   <translation>条纹：发散</translation>
  </message>
  <message>
   <source>takes too long</source>
   <translation>计算过于耗时</translation>
  </message>
  <message>
   <source>text size</source>
   <translation>文字大小</translation>
  </message>
  <message>
   <source>the gradient is never set to zero</source>
   <translation>梯度从不清零</translation>
  </message>
  <message>
   <source>the scales of the features differ by a factor of {n}: standardising helps</source>
   <translation>各特征的尺度相差 {n} 倍：标准化会有帮助</translation>
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
   <source>theory: at most × {factor} a step, {formula}</source>
   <translation>理论：每步至多 × {factor}，{formula}</translation>
  </message>
  <message>
   <source>theory: × {factor} a step, {formula}</source>
   <translation>理论：每步 × {factor}，{formula}</translation>
  </message>
  <message>
   <source>unstable &gt; {limit}</source>
   <translation>不稳定 &gt; {limit}</translation>
  </message>
  <message>
   <source>updates</source>
   <translation>更新次数</translation>
  </message>
  <message>
   <source>values: mean of {n} samples, ∂: sum</source>
   <translation>数值：{n} 个样本的均值；∂：总和</translation>
  </message>
  <message>
   <source>where {name} ends from each place</source>
   <translation>{name}从各处出发止于何处</translation>
  </message>
  <message>
   <source>worse than the start</source>
   <translation>比起点更差</translation>
  </message>
  <message>
   <source>your guess</source>
   <translation>你的猜测</translation>
  </message>
  <message>
   <source>{checked} of {all} parameters, drawn at random, stand for all.</source>
   <translation>共 {all} 个参数，随机抽取其中 {checked} 个作为代表。</translation>
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
   <source>{m} samples, 1 feature</source>
   <translation>{m} 个样本，1 个特征</translation>
  </message>
  <message>
   <source>{m} samples, {k} features</source>
   <translation>{m} 个样本，{k} 个特征</translation>
  </message>
  <message>
   <source>{name} {point}, f = {value}: stable &lt; {limit}</source>
   <translation>{name} {point}，f = {value}：稳定 &lt; {limit}</translation>
  </message>
  <message>
   <source>{name}, low|high for each axis</source>
   <translation>{name}，各轴依次为 下限|上限</translation>
  </message>
  <message>
   <source>{name}: mean {mean}, scale {scale}</source>
   <translation>{name}：均值 {mean}，尺度 {scale}</translation>
  </message>
  <message>
   <source>{name}: {reason}</source>
   <translation>{name}：{reason}</translation>
  </message>
  <message>
   <source>{n} Hessians</source>
   <translation>{n} 次黑塞矩阵</translation>
  </message>
  <message>
   <source>{n} gradients</source>
   <translation>{n} 次梯度</translation>
  </message>
  <message>
   <source>{n} losses</source>
   <translation>{n} 次损失</translation>
  </message>
  <message>
   <source>{n} parameters, all 0</source>
   <translation>{n} 个参数，全部为 0</translation>
  </message>
  <message>
   <source>{n} parameters, drawn from the seed</source>
   <translation>{n} 个参数，由随机种子决定</translation>
  </message>
  <message>
   <source>{n} parameters, given one by one</source>
   <translation>{n} 个参数，逐个给定</translation>
  </message>
  <message>
   <source>{n} samples</source>
   <translation>{n} 个样本</translation>
  </message>
  <message>
   <source>{n} updates per epoch</source>
   <translation>每轮 {n} 次更新</translation>
  </message>
  <message>
   <source>{outcome}.</source>
   <translation>{outcome}。</translation>
  </message>
  <message>
   <source>{parts} of the path</source>
   <translation>路径方差的 {parts}</translation>
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
   <source>{run}: {words}</source>
   <translation>{run}：{words}</translation>
  </message>
  <message>
   <source>{title}: type to find</source>
   <translation>{title}：输入以查找</translation>
  </message>
  <message>
   <source>{} can be read in two ways: write a decimal point, or no comma</source>
   <translation>{} 有两种读法：请用小数点，或不用逗号</translation>
  </message>
  <message>
   <source>{} epoch/s</source>
   <translation>{} 轮/秒</translation>
  </message>
  <message>
   <source>{} epochs/s</source>
   <translation>{} 轮/秒</translation>
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
