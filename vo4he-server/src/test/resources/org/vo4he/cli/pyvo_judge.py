# SPDX-License-Identifier: Apache-2.0
"""What an astronomer with pyvo does: ask, search cones, follow DataLink, download. Fails with the first surprise.

arguments: base URL of the server, folder that it publishes
"""
import collections
import hashlib
import os
import sys

import numpy
import pyvo
import requests
from astropy.coordinates import SkyCoord
from astropy import units

base, folder = sys.argv[1:]
service = pyvo.dal.TAPService(base + "tap")


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def check(truth, message):
    if not truth:
        sys.exit(message)


published = collections.Counter()
for where, _, names in os.walk(folder):
    for name in names:
        with open(os.path.join(where, name), "rb") as stream:
            published[sha256(stream.read())] += 1

# the tables the service describes, and those it can be asked about
columns = [column.name for column in service.tables["ivoa.obscore"].columns]
check(len(columns) == 60, f"ivoa.obscore has {len(columns)} columns")
check("vo4he.products" in service.tables.keys(), "no table vo4he.products")

# ADQL
rows = service.search("SELECT * FROM ivoa.obscore ORDER BY obs_publisher_did", maxrec=100000)
check(len(rows) > 0, "no rows")
check(set(rows.fieldnames) == set(columns), f"SELECT * gives {rows.fieldnames}")
counted = service.search("SELECT count(*) AS n FROM ivoa.obscore").to_table()["n"][0]
check(counted == len(rows), f"count(*) is {counted}, SELECT * gives {len(rows)} rows")
some = service.search("SELECT TOP 3 obs_id FROM ivoa.obscore")
check(len(some) == min(3, len(rows)), f"TOP 3 gives {len(some)} rows")
try:
    service.search("SELECT nothing_like_that FROM ivoa.obscore")
    sys.exit("a column that does not exist is no error")
except pyvo.dal.DALQueryError as error:
    check("nothing_like_that" in str(error), f"the error does not name the column: {error}")

# cones, against astropy's separations
table = rows.to_table()
placed = table[~numpy.ma.getmaskarray(numpy.ma.asarray(table["s_ra"]))]
sky = SkyCoord(placed["s_ra"], placed["s_dec"], unit="deg")
cones = 0
for centre in sky[:: max(1, len(sky) // 25)]:
    for radius in (0.01, 1.0, 40.0):
        found = service.search(
            "SELECT obs_publisher_did FROM ivoa.obscore WHERE 1 = CONTAINS(POINT('ICRS', s_ra, s_dec), "
            f"CIRCLE('ICRS', {centre.ra.deg}, {centre.dec.deg}, {radius}))", maxrec=100000)
        # whether a place on the very edge is within, the last digit of a sine decides
        edge = 1e-12 * units.deg
        within = set(placed[sky.separation(centre) < radius * units.deg - edge]["obs_publisher_did"])
        near = set(placed[sky.separation(centre) <= radius * units.deg + edge]["obs_publisher_did"])
        dids = set(found["obs_publisher_did"])
        check(within <= dids <= near and len(dids) == len(found),
              f"cone {centre.ra.deg} {centre.dec.deg} {radius}: {len(found)} rows, astropy finds {len(near)}")
        cones += 1

# DataLink and files
downloads = 0
for row, links in zip(rows, rows.iter_datalinks()):
    this = [link for link in links if link.semantics == "#this"]
    check(len(this) == 1, f"{row['obs_publisher_did']}: {len(this)} links #this")
    check(this[0]["ID"] == row["obs_publisher_did"], f"{this[0]['ID']} answers for {row['obs_publisher_did']}")
    content = requests.get(this[0]["access_url"]).content
    check(published[sha256(content)] > 0, f"{row['obs_publisher_did']}: what is downloaded is no file of the folder")
    check(this[0]["content_length"] == len(content), f"{row['obs_publisher_did']}: the link promises another length")
    check(requests.get(row["access_url"]).status_code == 200, f"{row['access_url']} does not answer")
    downloads += 1
check(downloads == len(rows), f"{downloads} downloads for {len(rows)} rows")
unknown = pyvo.dal.adhoc.DatalinkResults.from_result_url(base + "datalink/links?ID=ivo://nowhere/x?y")
check([link["error_message"] != "" for link in unknown] == [True], "an unknown ID is no fault row")

print(f"rows={len(rows)} cones={cones} downloads={downloads}")
