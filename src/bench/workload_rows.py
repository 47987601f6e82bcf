"""What workloads.py runs: every workload of the program, on inputs of a size that streams rather than fits.

workload   its id
generate   the workload whose sample input is made, with its settings; input names the parameter that reads it
large,     settings of the run; without them the program chooses the size for a run of about 3 seconds, once, and all
small      runs of the row have that size
writes     it takes a folder "to" for its output
note       "no aim" begins it where there is nothing to reach by design
"""

NUMBERS = ("primes-file", {"large": {"count": 1_000_000, "max": 10_000_000_000}, "small": {"count": 100_000, "max": 1_000_000_000}})
CSV = ("filter-aggregate", {"large": {"count": 50_000_000}, "small": {"count": 2_000_000}})
PICTURES = ("images-grayscale", {"large": {"count": 500, "size": 1_156}, "small": {"count": 12, "size": 600}})
TEXTS = ("keyword-search", {"large": {"files": 200, "size": 10_000}, "small": {"files": 20, "size": 1_000}})
PLAIN = {"keyword": "needle"}
REQUIRED = {"keyword": "[Nn]e+dle", "regex": "yes"}
ANYTHING = {"keyword": "[Nn][Ee]+[Dd][Ll][Ee]", "regex": "yes"}


def files(kind):
    return {"generate": kind, "workload": kind[0]}


ROWS = [
    {"name": "primes-file", **files(NUMBERS), "input": "file", "ending": ".txt"},
    {"name": "primes-range", "workload": "primes-range", "small": {"to": 1_300_000}},
    {"name": "sum-of-squares", "workload": "sum-of-squares", "small": {"size": 20_000_000}},
    {"name": "parallel-sum", "workload": "parallel-sum", "small": {"n": 200_000_000}},
    {"name": "vectors, made", "workload": "vectors", "small": {"vectors": 100_000}},
    {"name": "vectors, sent", "workload": "vectors", "set": {"data": "send", "vectors": 20_000},
     "note": "no aim: 16 MB go out and come back, which costs more than the division"},
    {"name": "filter-aggregate", **files(CSV), "input": "file", "ending": ".csv"},
    {"name": "serial-fraction", "workload": "serial-fraction", "small": {"units": 50_000},
     "note": "no aim: a fifth is serial by design, so that 1.67 is the most"},
    {"name": "sleep", "workload": "sleep", "small": {"millis": 20}},
    {"name": "tiny-tasks", "workload": "tiny-tasks", "chunk": 1_000, "set": {},
     "note": "no aim: tasks so small that nothing is gained, by design"},
    {"name": "mandelbrot", "workload": "mandelbrot", "small": {"iterations": 300}},
    {"name": "monte-carlo-pi", "workload": "monte-carlo-pi", "small": {"samples": 20_000_000}},
    {"name": "images-grayscale", **files(PICTURES), "input": "folder", "writes": True, "repeat": 1},
    {"name": "keyword-search, plain", **files(TEXTS), "input": "folder", "set": PLAIN},
    {"name": "keyword-search, regular expression", **files(TEXTS), "input": "folder", "set": REQUIRED},
    {"name": "keyword-search, one that may match anywhere", **files(TEXTS), "input": "folder", "set": ANYTHING, "repeat": 1},
    {"name": "pipeline", "workload": "pipeline", "writes": True, "large": {"rows": 20_000, "work": 20_000},
     "small": {"rows": 2_000, "work": 5_000}, "note": "2 in the middle, and one each at both ends"},
    {"name": "my-code", "workload": "my-code", "large": {"template": "primes", "count": 1_000},
     "small": {"template": "primes", "count": 200}},
]

GREPS = [
    {"name": "keyword-search against grep, plain", **files(TEXTS), "input": "folder", "set": PLAIN, "grep": ["grep", "-n", "needle"]},
    {"name": "keyword-search against grep, regular expression", **files(TEXTS), "input": "folder", "set": REQUIRED,
     "grep": ["grep", "-nE", "[Nn]e+dle"]},
    {"name": "keyword-search against grep, one that may match anywhere", **files(TEXTS), "input": "folder", "set": ANYTHING, "repeat": 1,
     "grep": ["grep", "-nE", "[Nn][Ee]+[Dd][Ll][Ee]"]},
]
