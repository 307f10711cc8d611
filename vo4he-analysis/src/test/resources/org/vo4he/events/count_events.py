# SPDX-License-Identifier: Apache-2.0
# Counts events of one file with astropy and numpy alone. Prints one line a selection: name and number.
import sys
import numpy as np
from astropy.coordinates import SkyCoord
from astropy.io import fits
import astropy.units as u

path, extension = sys.argv[1], int(sys.argv[2])
with fits.open(path) as hdus:
    table = hdus[extension]
    header, data = table.header, table.data
    names = {name.upper(): name for name in table.columns.names}
    column = lambda name: np.asarray(data[names[name]])
    goods = [h for h in hdus if h.header.get("HDUCLAS1") == "GTI" or "GTI" in (h.name or "")]
    gti = [(np.asarray(h.data["START"], float), np.asarray(h.data["STOP"], float)) for h in goods]


def say(name, value):
    print(name, repr(float(value)) if isinstance(value, (float, np.floating)) else int(value))


say("rows", len(data))
if "TIME" in names:
    time = column("TIME").astype(float)
    low, high = np.quantile(time, [0.25, 0.75])
    low, high = time[np.argmin(np.abs(time - low))], time[np.argmin(np.abs(time - high))]
    print("range", repr(float(low)), repr(float(high)))
    inside = (time >= low) & (time <= high)
    say("time", inside.sum())
    if gti:
        start, stop = gti[0]
        in_gti = ((time[:, None] >= start) & (time[:, None] <= stop)).any(axis=1) if len(start) < 1000 else None
        if in_gti is not None:
            say("gti", in_gti.sum())
        overlap = np.clip(np.minimum(stop, high) - np.maximum(start, low), 0, None)
        say("ontime", float(np.sum(overlap)))
for name in ("PI", "PHA", "CHANNEL"):
    if name in names:
        channel = column(name)
        say("channel", ((channel >= 35) & (channel <= 120)).sum())
        say("spectrum", int((np.asarray(channel, int) * 7 % 1000003).sum()))
        break
if "ENERGY" in names:
    unit = table.columns[names["ENERGY"]].unit
    if unit in ("eV", "keV", "MeV", "GeV", "TeV"):
        factor = {"eV": 1e3, "keV": 1, "MeV": 1e-3, "GeV": 1e-6, "TeV": 1e-9}[unit]
        energy = column("ENERGY").astype(float)
        kev = np.median(energy) / factor
        print("kev", repr(float(kev)), repr(float(kev * 3)))
        say("energy", ((energy / factor >= kev) & (energy / factor <= kev * 3)).sum())
if "RA" in names and "DEC" in names and "X" not in names:
    ra, dec = column("RA").astype(float), column("DEC").astype(float)
    good = np.isfinite(ra) & np.isfinite(dec)
    centre = SkyCoord(np.median(ra[good]) * u.deg, np.median(dec[good]) * u.deg)
    print("centre", repr(centre.ra.deg), repr(centre.dec.deg))
    away = np.full(len(ra), np.inf)
    away[good] = SkyCoord(ra[good] * u.deg, dec[good] * u.deg).separation(centre).deg
    for radius in (0.1, 0.5, 2.0):
        say("circle%s" % radius, (away <= radius).sum())
if "X" in names:
    x, y = column("X").astype(float), column("Y").astype(float)
    x0, y0 = float(np.median(x)), float(np.median(y))
    print("centre", repr(x0), repr(y0))
    dx, dy = x - x0, y - y0
    for radius in (5.0, 20.0, 100.0):
        say("circle%s" % radius, (dx * dx + dy * dy <= radius * radius).sum())
    turned = np.radians(30)
    a, b = dx * np.cos(turned) + dy * np.sin(turned), -dx * np.sin(turned) + dy * np.cos(turned)
    say("ellipse", ((a / 40) ** 2 + (b / 15) ** 2 <= 1).sum())
    say("box", ((np.abs(a) <= 30) & (np.abs(b) <= 10)).sum())
    say("annulus", ((dx * dx + dy * dy <= 900) & (dx * dx + dy * dy >= 100)).sum())
    say("union", (((dx * dx + dy * dy <= 400) | (np.hypot(dx - 30, dy) <= 20)) & ~(dx * dx + dy * dy <= 25)).sum())
