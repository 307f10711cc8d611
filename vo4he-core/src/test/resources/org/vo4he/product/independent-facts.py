# SPDX-License-Identifier: Apache-2.0
"""What astropy and numpy say of the energies and the field of FITS products: one line of tab-separated values for each HDU,

    file  hdu  em_min  em_max  s_fov  s_region

with nothing where the file says nothing. em_min and em_max are metres, s_fov is degrees; s_region is ICRS, in degrees: the corners of the pixels
as `POLYGON` or a selected `CIRCLE`.

The rules are those of docs/reference/mapping.md; the ways are others than vo4he's: celestial coordinates by wcslib and astropy.coordinates, also those
of event columns as pixel lists; units and wavelengths by astropy.units; energies from whole columns, in double precision. Usage: facts.py FOLDER [FILE...]
"""
import os
import re
import sys
import warnings

import numpy as np
from astropy import units as u
from astropy.coordinates import SkyCoord
from astropy.io import fits
from astropy.wcs import WCS
from astropy.wcs.utils import wcs_to_celestial_frame

warnings.simplefilter("ignore")
WIDE = 5.0
SIDES = 8
NO_WORD = {"", "none", "n/a", "unknown", "notset", "null", "nan", "caldb"}


def energy_unit(text, kinds=("energy", "length", "speed", "frequency")):
    text = (text or "").strip().strip("[]")
    for spelling in (text, text.replace("kev", "keV").replace("KeV", "keV").replace("KEV", "keV"), text.lower().replace("angstroms", "Angstrom").replace("angstrom", "Angstrom")):
        try:
            unit = u.Unit(spelling)
            (1 * unit).to(u.m, equivalencies=u.spectral())
            return unit
        except Exception:
            continue
    return None


def metres(value, unit):
    return float((value * unit).to_value(u.m, equivalencies=u.spectral()))


def band(low, high, unit):
    """Shortest and longest wavelength between two values; the longest is None at energy 0."""
    with np.errstate(all="ignore"):
        ends = [metres(x, unit) if x > 0 else None for x in (low, high)]
    if unit.physical_type == "length":
        ends = [x for x in ends if x is not None]
        return (min(ends), max(ends)) if len(ends) == 2 and ends[0] != ends[1] else None
    short, long = ends[1], ends[0]
    if short is None or short == long:
        return None
    return short, long


def columns(hdu):
    return {(c.name or "").upper(): c for c in hdu.columns} if isinstance(hdu, fits.BinTableHDU) else {}


def table_band(hdu, low, high, otherwise=None):
    """The range over all rows of two columns; a first bin that starts at 0 counts from its upper edge."""
    named = columns(hdu)
    if low not in named or high not in named:
        return None
    unit = energy_unit(named[low].unit)
    if unit is None:
        unit = otherwise if not (named[low].unit or "").strip() else None
    if unit is None:
        return None
    lo = np.asarray(hdu.data[named[low].name], dtype=float).ravel()
    hi = np.asarray(hdu.data[named[high].name], dtype=float).ravel()
    both = np.concatenate([lo, hi])
    both = both[np.isfinite(both)]
    positive = both[both > 0]
    if positive.size < 2:
        return None
    return band(positive.min(), positive.max(), unit)


def selection(header):
    for n in range(1, 100):
        if f"DSTYP{n}" not in header:
            return None
        unit = energy_unit(str(header.get(f"DSUNI{n}", "")))
        if unit is not None and unit.physical_type == "energy":
            match = re.fullmatch(r"\s*([-+.\dEeDd]+)\s*:\s*([-+.\dEeDd]+)\s*", str(header.get(f"DSVAL{n}", "")))
            if match:
                low, high = (float(x.replace("D", "E").replace("d", "e")) for x in match.groups())
                found = band(low, high, unit)
                if found:
                    return found
    return None


def is_energy_bounds(hdu):
    return columns(hdu) and {"E_MIN", "E_MAX"} <= set(columns(hdu)) and ("CHANNEL" in columns(hdu) or "EBOUNDS" in hdu.name.upper())


def response(path, name):
    bare = re.sub(r"(\[[^\]]*\]|\{[^}]*\})\s*$", "", name.strip())
    grid = re.fullmatch(r"grid\((.*)\)", bare)
    bare = re.sub(r"\[.*$", "", grid.group(1)) if grid else bare
    bare = re.sub(r"\[.*$", "", bare).replace("\\", "/").split("/")[-1]
    if bare.lower() in NO_WORD or "%" in bare or re.fullmatch(r"[-+.\dEe]+(:[-+.\dEe]+)+", bare):
        return None
    for spelling in (bare, bare + ".gz", bare[:-3] if bare.endswith(".gz") else bare):
        beside = os.path.join(os.path.dirname(path), spelling)
        if os.path.isfile(beside) and not os.path.samefile(beside, path):
            with fits.open(beside) as hdus:
                for hdu in hdus:
                    if {"ENERG_LO", "ENERG_HI"} <= set(columns(hdu)):
                        return table_band(hdu, "ENERG_LO", "ENERG_HI", u.keV)
                for hdu in hdus:
                    if is_energy_bounds(hdu):
                        return table_band(hdu, "E_MIN", "E_MAX", u.keV)
            return None
    return None


def energies(path, hdus, hdu, kind):
    header = hdu.header
    in_file = None
    for other in hdus:
        if is_energy_bounds(other):
            in_file = table_band(other, "E_MIN", "E_MAX", u.keV)
            break
    cards = None
    if isinstance(header.get("E_MIN"), (int, float)) and isinstance(header.get("E_MAX"), (int, float)):
        unit = energy_unit(str(header.get("E_UNIT", header.get("EUNIT", "")))) or comment_unit(header)
        cards = band(float(header["E_MIN"]), float(header["E_MAX"]), unit) if unit is not None else None
    if kind == "event":
        found = selection(header) or cards or in_file
        if found:
            return found
        column = columns(hdu).get("ENERGY")
        unit = energy_unit(column.unit) if column is not None else None
        if unit is None:
            column = columns(hdu).get("PI")
            unit = energy_unit(column.unit) if column is not None and column.unit else None
        if column is None or unit is None or len(hdu.data) == 0:
            return None
        values = np.asarray(hdu.data[column.name], dtype=float)
        values = values[np.isfinite(values) & (values > 0)]
        return band(values.min(), values.max(), unit) if values.size else None
    if kind == "spectrum":
        own = table_band(hdu, "BIN_LO", "BIN_HI") or table_band(hdu, "E_MIN", "E_MAX") or channel_axis(hdu) or in_file
        linked = next((b for b in (response(path, str(header.get(k, ""))) for k in ("RESPFILE", "ANCRFILE")) if b), None)
        return own or linked or cards or selection(header)
    if kind == "image":
        planes = next((table_band(o, o.columns[0].name.upper(), o.columns[0].name.upper()) for o in hdus
                       if o.name.upper() == "ENERGIES" and columns(o)), None)
        return selection(header) or cards or in_file or planes
    return None


def comment_unit(header):
    match = re.search(r"\[(\w+)\]", header.comments["E_MIN"])
    return energy_unit(match.group(1)) if match else None


def channel_axis(hdu):
    """First-order wavelengths of the channels of a grating."""
    named = columns(hdu)
    if "CHANNEL" not in named or str(hdu.header.get("RFLORDER", "")).strip() not in ("1", "-1"):
        return None
    n = [c.name.upper() for c in hdu.columns].index("CHANNEL") + 1
    unit = energy_unit(str(hdu.header.get(f"TCUNI{n}", "")))
    step, value, pixel = (hdu.header.get(k + str(n)) for k in ("TCDLT", "TCRVL", "TCRPX"))
    if unit is None or None in (step, value, pixel):
        return None
    channels = np.asarray(hdu.data["CHANNEL"], dtype=float)
    edges = [value + (x - pixel) * step for x in (channels.min() - 0.5, channels.max() + 0.5)]
    return band(min(edges), max(edges), unit)


def circle(header):
    for n in range(1, 100):
        kind = header.get(f"DSTYP{n}")
        if kind is None:
            return None
        match = re.fullmatch(r"circle\(([-+.\deE]+),([-+.\deE]+),([-+.\deE]+)\)", str(header.get(f"DSVAL{n}", "")).replace(" ", "").lower())
        if match and str(kind).replace(" ", "").upper() == "POS(RA,DEC)":
            return tuple(float(x) for x in match.groups())
    return None


def pixel_list(hdu):
    """The grid of the sky columns of events, and its limits: of whole numbers the outer edges of the pixels, else as they are."""
    header, names = hdu.header, [c.name.upper() for c in hdu.columns]
    longitude = [n for n in range(1, len(names) + 1) if re.match(r"(RA--|GLON|.LON)", str(header.get(f"TCTYP{n}", "")))]
    latitude = [n for n in range(1, len(names) + 1) if re.match(r"(DEC-|GLAT|.LAT)", str(header.get(f"TCTYP{n}", "")))]
    if longitude and latitude:
        i, j = longitude[0], latitude[0]
        wcs = WCS(header, keysel=["pixel"], colsel=[i, j])
        limits = [header.get(k + str(n)) for n in (i, j) for k in ("TLMIN", "TLMAX")]
    elif "REFXCTYP" in header and "REFYCTYP" in header:
        wcs = WCS(naxis=2)
        wcs.wcs.ctype = [header["REFXCTYP"], header["REFYCTYP"]]
        wcs.wcs.crval = [header["REFXCRVL"], header["REFYCRVL"]]
        wcs.wcs.crpix = [header["REFXCRPX"], header["REFYCRPX"]]
        wcs.wcs.cdelt = [header["REFXCDLT"], header["REFYCDLT"]]
        wcs.wcs.radesys = str(header.get("RADECSYS", header.get("RADESYS", "ICRS")))
        limits = [header.get(k) for k in ("REFXLMIN", "REFXLMAX", "REFYLMIN", "REFYLMAX")]
        i, j = (names.index(n) + 1 if n in names else None for n in ("X", "Y"))
    else:
        return None
    if any(not isinstance(x, (int, float)) for x in limits):
        return None
    whole = [n is not None and re.fullmatch(r"1?[BIJK]", hdu.columns[n - 1].format.strip()) is not None for n in (i, j)]
    half = [0.5 if whole[k // 2] else 0.0 for k in range(4)]
    return wcs, [float(x) + (h if k % 2 else -h) for k, (x, h) in enumerate(zip(limits, half))]


def icrs(wcs, x, y):
    frame = wcs_to_celestial_frame(wcs)
    world = np.asarray(wcs.wcs_pix2world(np.column_stack([x, y]), 1) if not wcs.has_distortion else wcs.all_pix2world(np.column_stack([x, y]), 1), dtype=float)
    good = np.isfinite(world).all(axis=1)
    return SkyCoord(world[good, 0] % 360 * u.deg, world[good, 1] * u.deg, frame=frame).icrs, good.all()


def around(wcs, left, bottom, right, top):
    """The width of the field and the corners of its outline."""
    swap = wcs.wcs.lng == 1
    centre, ok = icrs(wcs, [(left + right) / 2], [(bottom + top) / 2])
    if not ok:
        return None, None
    corners, whole = icrs(wcs, [left, right, right, left], [bottom, bottom, top, top])
    t = np.arange(SIDES) / SIDES
    x = np.concatenate([left + t * (right - left), 0 * t + right, right - t * (right - left), 0 * t + left])
    y = np.concatenate([0 * t + bottom, bottom + t * (top - bottom), 0 * t + top, top - t * (top - bottom)])
    edge, whole_edge = icrs(wcs, x, y)
    near = whole and 2 * corners.separation(centre[0]).deg.max() <= WIDE
    widest = 2 * (corners if near else edge).separation(centre[0]).deg.max() if len(edge) else 0
    if not whole_edge or widest > 170:
        gx, gy = np.meshgrid(np.linspace(left, right, 129), np.linspace(bottom, top, 129))
        inside, _ = icrs(wcs, gx.ravel(), gy.ravel())
        return min(360, max(widest, 2 * inside.separation(centre[0]).deg.max())), None
    return widest, "POLYGON " + " ".join(f"{c.ra.deg:.8f} {c.dec.deg:.8f}" for c in corners)


def field(hdu, kind):
    header = hdu.header
    if kind == "event":
        selected = circle(header)
        if selected:
            frame = str(header.get("RADESYS", header.get("RADECSYS", "ICRS"))).strip().lower() or "icrs"
            where = SkyCoord(selected[0] * u.deg, selected[1] * u.deg, frame=frame if frame in ("icrs", "fk5", "fk4") else "icrs").icrs
            return 2 * selected[2], f"CIRCLE {where.ra.deg:.8f} {where.dec.deg:.8f} {selected[2]}"
        grid = pixel_list(hdu)
        if grid is None:
            return None, None
        wcs, (x0, x1, y0, y1) = grid
        return around(wcs, x0, y0, x1, y1)
    if kind != "image":
        return None, None
    try:
        wcs = WCS(header).celestial
    except Exception:
        return None, None
    if wcs.naxis != 2 or not wcs.has_celestial:
        return None, None
    if left_at_zero(header, wcs):
        return around(wcs, 0.5, 0.5, header["NAXIS1"] + 0.5, header["NAXIS2"] + 0.5)[0], None
    wide, high = header.get("ZNAXIS1", header["NAXIS1"]), header.get("ZNAXIS2", header["NAXIS2"])
    return around(wcs, 0.5, 0.5, wide + 0.5, high + 0.5)


def left_at_zero(header, wcs):
    """Nobody set the reference of a small tangent plane: it is 0, 0, and no card of a position lies near."""
    if any(wcs.wcs.crval) or not header["CTYPE1"].strip().endswith("TAN") or abs(wcs.proj_plane_pixel_scales()[0].to_value(u.deg)) * header["NAXIS1"] > 60:
        return False
    pairs = [("RA_" + k, "DEC_" + k) for k in ("PNT", "NOM", "CEN", "OBJ", "TARG", "SRC")]
    near = [p for p in pairs if isinstance(header.get(p[0]), (int, float)) and 0 < np.hypot(header[p[0]], header.get(p[1], 90)) < 1]
    return not near


def kind_of(hdu):
    names = set(columns(hdu))
    if isinstance(hdu, (fits.ImageHDU, fits.PrimaryHDU, fits.CompImageHDU)):
        lengths = [hdu.header.get(f"NAXIS{i}", 0) for i in range(1, hdu.header.get("NAXIS", 0) + 1)]
        return "image" if len([n for n in lengths if n > 1]) >= 2 else None
    if "CHANNEL" in names and names & {"COUNTS", "RATE"} or str(hdu.header.get("HDUCLAS1", "")).upper() == "SPECTRUM":
        return "spectrum"
    if str(hdu.header.get("HDUCLAS1", "")).upper() == "EVENTS" or "TIME" in names and names & {"PI", "PHA", "ENERGY"}:
        return "event"
    return None


def facts(path, relative):
    with fits.open(path) as hdus:
        for index, hdu in enumerate(hdus):
            kind = kind_of(hdu)
            if kind is None:
                continue
            try:
                short, long = energies(path, hdus, hdu, kind) or (None, None)
            except Exception as failure:
                short = long = None
                print(relative, index, "energies", repr(failure), file=sys.stderr)
            try:
                fov, region = field(hdu, kind)
            except Exception as failure:
                fov = region = None
                print(relative, index, "field", repr(failure), file=sys.stderr)
            if any(x is not None for x in (short, long, fov, region)):
                cells = [relative, str(index)] + ["" if x is None else x if isinstance(x, str) else repr(float(x)) for x in (short, long, fov, region)]
                print("\t".join(cells))


def main():
    folder = sys.argv[1]
    names = sys.argv[2:]
    if not names:
        names = sorted(os.path.relpath(os.path.join(d, f), folder) for d, _, fs in os.walk(folder) for f in fs)
    for name in names:
        path = os.path.join(folder, name)
        try:
            if os.path.getsize(path) < 100_000_000:
                facts(path, name)
        except Exception as failure:
            print(name, repr(failure)[:200], file=sys.stderr)


print("file\thdu\tem_min\tem_max\ts_fov\ts_region")
main()
