"""What systems say of files that can't be read or written, in words of our own."""

from __future__ import annotations

import errno

# By their names, for their numbers differ between systems, and some systems lack some of them.
REASONS = {
    "EACCES": "Permission denied",
    "EBUSY": "Device or resource busy",
    "EDQUOT": "Disk quota exceeded",
    "EEXIST": "File exists",
    "EFBIG": "File too large",
    "EIO": "Input/output error",
    "EISDIR": "it is a folder",
    "ELOOP": "Too many levels of symbolic links",
    "EMFILE": "Too many open files",
    "ENAMETOOLONG": "File name too long",
    "ENETUNREACH": "Network is unreachable",
    "ENODEV": "No such device",
    "ENOENT": "No such file or directory",
    "ENOSPC": "No space left on device",
    "ENOTDIR": "Not a directory",
    "ENXIO": "No such device or address",
    "EPERM": "Operation not permitted",
    "EROFS": "Read-only file system",
    "ESTALE": "Stale file handle",
    "ETIMEDOUT": "Connection timed out",
    "ETXTBSY": "Text file busy",
}
NOT_A_FILE = "it is not a file"


def reason(fault: OSError) -> str:
    """Why the system refused, in English, which `tr` knows; what is not customary, as the system says it.

    By the number, not by the system's text: Qt lets the C library speak the user's language.
    """
    name = errno.errorcode.get(fault.errno or 0, "")
    return REASONS.get(name, fault.strerror or str(fault))
