// SPDX-License-Identifier: Apache-2.0
/// FITS files as bytes, headers and tables: opened by content, plain or gzip, read tolerantly and with
/// findings, rewritten without touching what is not ours.
///
/// It knows nothing of what a keyword means for astronomy. It is the only package that sees the FITS library,
/// which it needs for tile-compressed data; headers and plain columns are read here, because a damaged file
/// must still say what it can, with the position of each fault, and because a harvest reads ten thousand
/// headers. Start at [org.vo4he.fits.FitsFile].
package org.vo4he.fits;
