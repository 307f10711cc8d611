// SPDX-License-Identifier: Apache-2.0
/// What two FITS files differ in: the provenance of their making, headers, tags and data.
///
/// Must not know what the values mean for ObsCore, nor which of the files is right. Start at
/// [org.vo4he.diff.Comparison].
package org.vo4he.diff;
