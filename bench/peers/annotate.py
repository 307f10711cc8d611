#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""astropy's side of annotate.sh: VO-TAGS into every FITS file below a folder, or read back from each; and of large-file.sh.

usage: annotate.py append|read FOLDER, or annotate.py again FILE ROUNDS

Prints the seconds of the work alone, without Python's start, and the number of files. `again` appends to one file, which it
cuts back each time, and prints for each round the milliseconds and the bytes that the process wrote meanwhile.
"""
import json
import os
import sys
import time

from astropy.io import fits

TEXTS = """DP_TYPE TARG_NM TARG_CLA OBS_ID OBS_TITL COLL_NM CREA_DAT RLEA_DAT PUB_DID PUB_ID BIB_REF RIGHTS URL FORMAT
S_REGION S_UCD S_UNIT S_CALST T_CALST O_UCD FACIL INSTR""".split()
NUMBERS = """CAL_LV EST_SIZE S_RA S_DEC S_FOV S_RES S_STERR S_XEL1 S_XEL2 T_MIN T_MAX T_RES T_STERR T_EXP T_XEL EM_MIN EM_MAX
EM_RES""".split()
PROVENANCE = json.dumps({"provenance": [{"args": [
    {"index": i, "parameter": {"description": f"param {i}", "editable": i % 2 == 1, "value": f"value {i}"}}
    for i in range(30)]}]})


def tags():
    column = fits.Column(name="provenance", format=f"A{len(PROVENANCE)}", array=[PROVENANCE], ascii=True)
    hdu = fits.TableHDU.from_columns([column], name="VO-TAGS")
    for keyword in TEXTS:
        hdu.header[keyword] = ("some text", "a text")
    for n, keyword in enumerate(NUMBERS):
        hdu.header[keyword] = (12.345 + n, "a number")
    return hdu


def append(path):
    hdu = tags()
    fits.append(path, hdu.data, hdu.header, verify=False)


def read(path):
    with fits.open(path) as hdus:
        hdu = hdus["VO-TAGS"]
        json.loads("".join(hdu.data["provenance"]))
        dict(hdu.header)


def bytes_written():
    with open("/proc/self/io") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("wchar:"))


def again(path, rounds):
    size = os.path.getsize(path)
    for _ in range(rounds):
        before = bytes_written()
        start = time.perf_counter()
        append(path)
        took = time.perf_counter() - start
        written = bytes_written() - before
        os.truncate(path, size)
        print(f"{1000 * took:.3f} {written}", flush=True)


if sys.argv[1] == "again":
    again(sys.argv[2], int(sys.argv[3]))
    sys.exit()
work = {"append": append, "read": read}[sys.argv[1]]
paths = [os.path.join(folder, name) for folder, _, names in os.walk(sys.argv[2]) for name in names if name.endswith(".fits")]
paths.sort()
start = time.perf_counter()
for one in paths:
    work(one)
print(f"{time.perf_counter() - start:.3f} {len(paths)}")
