// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

/// Where an HDU lies in the decompressed stream, in bytes.
///
/// @param dataSize as the header announces it, without padding
/// @param complete whether the file holds all of it
record HduExtent(long headerOffset, long dataOffset, long dataSize, boolean complete) {}
