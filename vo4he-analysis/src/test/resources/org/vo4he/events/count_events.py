# SPDX-License-Identifier: Apache-2.0
# Counts events of files, each given as PATH:EXTENSION, with astropy and numpy alone. Prints `file PATH`, then one line a
# selection or product: name and numbers.
import sys
import numpy as np
from astropy.coordinates import angular_separation
from astropy.io import fits
from astropy.wcs import WCS

RADII_PIXELS, RADII_DEG = (5.0, 20.0, 100.0), (0.1, 0.5, 2.0)
TURNED = np.radians(30)


def say(name, *values):
    print(name, *(int(v) if isinstance(v, (int, np.integer)) else repr(float(v)) for v in values))


def weighed(counts):
    return int((counts * (np.arange(len(counts)) % 1009)).sum())


def polygon(x, y, corners):
    """Even-odd, by the sides that a ray to the right crosses."""
    inside = np.zeros(len(x), bool)
    for (xa, ya), (xb, yb) in zip(corners, corners[1:] + corners[:1]):
        crosses = (ya > y) != (yb > y)
        inside ^= crosses & (x < xa + (y - ya) / ((yb - ya) or 1) * (xb - xa))
    return inside


def shapes(a0, b0, unit):
    """On a plane whose first axis is that of angle 0; sizes in `unit`."""
    c, s = np.cos(TURNED), np.sin(TURNED)
    a, b = (a0 * c + b0 * s) / unit, (-a0 * s + b0 * c) / unit
    say("ellipse", ((a / 40) ** 2 + (b / 15) ** 2 <= 1).sum())
    say("box", ((np.abs(a) <= 30) & (np.abs(b) <= 10)).sum())


def times(data, header, column, gti):
    time = column("TIME").astype(float)
    low, high = np.quantile(time, [0.25, 0.75])
    low, high = time[np.argmin(np.abs(time - low))], time[np.argmin(np.abs(time - high))]
    print("range", repr(float(low)), repr(float(high)))
    say("time", ((time >= low) & (time <= high)).sum())
    if not gti:
        return
    start, stop = gti[0]
    if len(start) < 1000:
        say("gti", ((time[:, None] >= start) & (time[:, None] <= stop)).any(axis=1).sum())
    say("ontime", np.sum(np.clip(np.minimum(stop, high) - np.maximum(start, low), 0, None)))
    if len(gti) == 1:
        first, last = start.min(), stop.max()
        width = (last - first) / 37.3
        bins = int(np.ceil((last - first) / width))
        inside = (time >= first) & (time <= first + bins * width)
        index = np.minimum(((time[inside] - first) / width).astype(int), bins - 1)
        edges = first + width * np.arange(bins + 1)
        covered = np.clip(np.minimum(stop[:, None], edges[1:]) - np.maximum(start[:, None], edges[:-1]), 0, None).sum(0)
        say("curve", width, weighed(np.bincount(index, minlength=bins)), float((covered / width * np.arange(bins)).sum()))


def energies(table, names, column):
    for name in ("PI", "PHA", "CHANNEL"):
        if name in names:
            channel = column(name)
            say("channel", ((channel >= 35) & (channel <= 120)).sum())
            say("spectrum", int((np.asarray(channel, int) * 7 % 1000003).sum()))
            break
    unit = table.columns[names["ENERGY"]].unit if "ENERGY" in names else None
    if unit in ("eV", "keV", "MeV", "GeV", "TeV"):
        factor = {"eV": 1e3, "keV": 1, "MeV": 1e-3, "GeV": 1e-6, "TeV": 1e-9}[unit]
        energy = column("ENERGY").astype(float)
        kev = np.median(energy) / factor
        print("kev", repr(float(kev)), repr(float(kev * 3)))
        say("energy", ((energy / factor >= kev) & (energy / factor <= kev * 3)).sum())


def directions(ra, dec):
    good = np.isfinite(ra) & np.isfinite(dec)
    ra, dec = ra[good], dec[good]
    ra0, dec0 = np.median(ra), np.median(dec)
    print("centre", repr(float(ra0)), repr(float(dec0)))
    away = np.degrees(angular_separation(*np.radians([ra0, dec0]), np.radians(ra), np.radians(dec)))
    for radius in RADII_DEG:
        say("circle%s" % radius, (away <= radius).sum())
    say("annulus", ((away >= 0.3) & (away <= 1.1)).sum())
    turn, lat, lat0 = np.radians(ra - ra0), np.radians(dec), np.radians(dec0)
    along = np.sin(lat0) * np.sin(lat) + np.cos(lat0) * np.cos(lat) * np.cos(turn)
    west = -np.cos(lat) * np.sin(turn) / along
    north = (np.cos(lat0) * np.sin(lat) - np.sin(lat0) * np.cos(lat) * np.cos(turn)) / along
    near = along > 0
    shapes(np.degrees(west[near]), np.degrees(north[near]), 0.05)
    corners = [(ra0 - 0.7, dec0 - 0.4), (ra0 + 0.8, dec0 - 0.5), (ra0 + 0.1, dec0 + 0.9)]
    towards = lambda a, d: np.array([np.cos(np.radians(d)) * np.cos(np.radians(a)),
                                     np.cos(np.radians(d)) * np.sin(np.radians(a)), np.sin(np.radians(d))])
    sides = [np.cross(towards(*one), towards(*other)) for one, other in zip(corners, corners[1:] + corners[:1])]
    say("polygon", np.all([side @ towards(ra, dec) >= 0 for side in sides], axis=0).sum())
    print("corners", *(repr(float(value)) for corner in corners for value in corner))


def pixels(table, header, names, column):
    x, y = column("X").astype(float), column("Y").astype(float)
    x0, y0 = float(np.median(x)), float(np.median(y))
    print("centre", repr(x0), repr(y0))
    dx, dy = x - x0, y - y0
    for radius in RADII_PIXELS:
        say("circle%s" % radius, (dx * dx + dy * dy <= radius * radius).sum())
    shapes(dx, dy, 1)
    say("annulus", ((dx * dx + dy * dy <= 900) & (dx * dx + dy * dy >= 100)).sum())
    say("union", (((dx * dx + dy * dy <= 400) | (np.hypot(dx - 30, dy) <= 20)) & ~(dx * dx + dy * dy <= 25)).sum())
    corners = [(x0 - 30.3, y0 - 20.1), (x0 + 40.7, y0 - 10.9), (x0 + 5.3, y0 + 2.3), (x0 + 10.1, y0 + 35.7)]
    say("polygon", polygon(x, y, corners).sum())
    print("corners", *(repr(value) for corner in corners for value in corner))
    n = [table.columns.names.index(names[name]) + 1 for name in ("X", "Y")]
    if all("TLMIN%d" % i in header and "TLMAX%d" % i in header for i in n):
        image(x, y, *[(header["TLMIN%d" % i], header["TLMAX%d" % i]) for i in n])
    if all("TCRVL%d" % i in header and "TCDLT%d" % i in header for i in n):
        sky = WCS(naxis=2)
        sky.wcs.ctype = [header["TCTYP%d" % i] for i in n]
        sky.wcs.crval, sky.wcs.crpix, sky.wcs.cdelt = (
            [header["%s%d" % (key, i)] for i in n] for key in ("TCRVL", "TCRPX", "TCDLT"))
        ra, dec = sky.all_pix2world(x0, y0, 1)
        pixel = np.sqrt(abs(np.prod(sky.wcs.cdelt)))
        say("sky", ra, dec, pixel)


def image(x, y, across, along):
    whole = lambda limits: [limits[0] - 0.5, limits[1] + 0.5] if all(v == round(v) for v in limits) else limits
    (left, right), (low, high) = whole(across), whole(along)
    width, height = int(np.ceil((right - left) / 8 - 1e-9)), int(np.ceil((high - low) / 8 - 1e-9))
    i, k = np.floor((x - left) / 8), np.floor((y - low) / 8)
    inside = (i >= 0) & (i < width) & (k >= 0) & (k < height)
    say("image", weighed(np.bincount((k * width + i)[inside].astype(int), minlength=width * height)))


def live(header):
    on = header.get("ONTIME")
    for key in ("LIVETIME", "EXPOSURE"):
        if key in header and on:
            return header[key] / on
    return header.get("DEADC", header.get("DTCOR"))


for argument in sys.argv[1:]:
    path, extension = argument.rsplit(":", 1)
    print("file", path)
    with fits.open(path) as hdus:
        table = hdus[int(extension)]
        header, data = table.header, table.data
        names = {name.upper(): name for name in table.columns.names}
        column = lambda name: np.asarray(data[names[name]])
        goods = [h for h in hdus if h.header.get("HDUCLAS1") == "GTI" or "GTI" in (h.name or "")]
        gti = [(np.asarray(h.data["START"], float), np.asarray(h.data["STOP"], float)) for h in goods]
        say("rows", len(data))
        fraction = live(header)
        if fraction is not None and 0 < fraction <= 1:
            say("live", fraction)
        if "TIME" in names:
            times(data, header, column, gti)
        energies(table, names, column)
        if "RA" in names and "DEC" in names and "X" not in names:
            directions(column("RA").astype(float), column("DEC").astype(float))
        if "X" in names:
            pixels(table, header, names, column)
