#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A plain script as a step of a pipeline: marks the channels outside FIRST..LAST of a spectrum as bad.

    ignore_channels.py SPECTRUM FIRST LAST OUTPUT
"""
import sys

import numpy as np
from astropy.io import fits


def main(spectrum, first, last, output):
    with fits.open(spectrum) as hdus:
        table = next(hdu for hdu in hdus if hdu.name == 'SPECTRUM')
        channels = table.data['CHANNEL']
        quality = np.where((channels < int(first)) | (channels > int(last)), 5, 0).astype('int16')
        columns = [column for column in table.columns if column.name.upper() != 'QUALITY']
        columns.append(fits.Column(name='QUALITY', format='I', array=quality))
        header = table.header.copy()
        header.remove('QUALITY', ignore_missing=True)
        hdus[hdus.index_of('SPECTRUM')] = fits.BinTableHDU.from_columns(columns, header=header)
        hdus.writeto(output, checksum=True)
    print('%d of %d channels are left' % ((quality == 0).sum(), len(quality)))


if __name__ == '__main__':
    main(*sys.argv[1:])
