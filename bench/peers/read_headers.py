#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""astropy's side of harvest.sh: reads every header of every HDU of every FITS file below a folder.

usage: read_headers.py FOLDER
"""
import os
import sys

from astropy.io import fits

files = cards = 0
for folder, _, names in sorted(os.walk(sys.argv[1])):
    for name in sorted(names):
        with fits.open(os.path.join(folder, name), memmap=True) as hdus:
            for hdu in hdus:
                cards += len(hdu.header)
        files += 1
print(files, "files", cards, "cards")
