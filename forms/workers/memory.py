"""How much memory a worker process may have: less than a gigabyte, whatever a file makes it ask for.

Decision: the limit is on data (RLIMIT_DATA, on Windows a job object), not on address space: PDFium reserves much more of that than
it uses. What does not fit is a MemoryError. On macOS, which has no such limit, nothing is limited.
"""

import sys

if sys.platform == "win32":
    import win32api
    import win32job
else:
    import resource

MOST = 900 * 2**20  # bytes; with the libraries' own code it stays below a gigabyte


if sys.platform == "win32":

    def limit_memory(most: int = MOST) -> None:
        """Let this process have at most so many bytes from now on."""
        job = win32job.CreateJobObject(None, "")
        limits = win32job.QueryInformationJobObject(job, win32job.JobObjectExtendedLimitInformation)
        limits["ProcessMemoryLimit"] = most
        limits["BasicLimitInformation"]["LimitFlags"] |= win32job.JOB_OBJECT_LIMIT_PROCESS_MEMORY
        win32job.SetInformationJobObject(job, win32job.JobObjectExtendedLimitInformation, limits)
        win32job.AssignProcessToJobObject(job, win32api.GetCurrentProcess())

else:

    def limit_memory(most: int = MOST) -> None:
        """Let this process have at most so many bytes from now on."""
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (allowed, hard))
