# SPDX-License-Identifier: Apache-2.0
"""Makes a folder of small event lists, and measures how soon one that arrives is a row of TAP."""
import pathlib
import statistics
import struct
import sys
import time
import urllib.parse
import urllib.request

ROWS = 100
INTERVAL_SECONDS = 0.02


def block(data, filler):
    return data + filler * (-len(data) % 2880)


def header(cards):
    text = "".join(f"{name:8}= {value:>20}".ljust(80) for name, value in cards) + "END".ljust(80)
    return block(text.encode("ascii"), b" ")


def event_list(number):
    """100 events, with the cards that make it a product."""
    primary = header([("SIMPLE", "T"), ("BITPIX", 8), ("NAXIS", 0), ("EXTEND", "T")])
    table = header([
        ("XTENSION", "'BINTABLE'"), ("BITPIX", 8), ("NAXIS", 2), ("NAXIS1", 8), ("NAXIS2", ROWS), ("PCOUNT", 0),
        ("GCOUNT", 1), ("TFIELDS", 1), ("TTYPE1", "'TIME    '"), ("TFORM1", "'D       '"), ("EXTNAME", "'EVENTS  '"),
        ("HDUCLASS", "'OGIP    '"), ("HDUCLAS1", "'EVENTS  '"), ("OBS_ID", f"'{number:08d}'"),
        ("RA_PNT", f"{number * 0.01 % 360:.4f}"), ("DEC_PNT", f"{number * 0.007 % 120 - 60:.4f}"),
        ("EXPOSURE", f"{number + 1}.0")])
    return primary + table + block(struct.pack(f">{ROWS}d", *range(ROWS)), b"\0")


def make(folder, files):
    for old in folder.glob("arrival-*.fits"):
        old.unlink()
    for number in range(files):
        path = folder / f"part-{number // 500:03d}" / f"events-{number:06d}.fits"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(event_list(number))


def measure(folder, url, arrivals):
    seconds = []
    for number in range(90_000_000, 90_000_000 + arrivals):
        with open(folder / f"arrival-{number}.fits", "wb") as file:
            file.write(event_list(number))
        closed = time.monotonic()
        query = urllib.parse.urlencode({
            "LANG": "ADQL", "RESPONSEFORMAT": "csv",
            "QUERY": f"SELECT obs_id FROM ivoa.obscore WHERE obs_id = '{number}'"})
        while str(number) not in urllib.request.urlopen(f"{url}tap/sync?{query}").read().decode():
            time.sleep(INTERVAL_SECONDS)
        seconds.append(time.monotonic() - closed)
    print("each: " + " ".join(f"{value:.2f}" for value in seconds))
    worst = statistics.quantiles(seconds, n=20, method="inclusive")[-1]
    print(f"median of {arrivals}: {statistics.median(seconds):.2f} s; 95 % within {worst:.2f} s")


if sys.argv[1] == "make":
    make(pathlib.Path(sys.argv[2]), int(sys.argv[3]))
else:
    measure(pathlib.Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
