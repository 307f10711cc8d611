// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.Optional;

/// The physical columns that make position searches on a table fast: the nested HEALPix index of order 29, by
/// which the table is stored in order, and the unit vector, both of the position in `raColumn`, `decColumn`
/// (degrees).
///
/// @param region the same for the table's column of regions
public record SkyIndex(
        String raColumn,
        String decColumn,
        String healpixColumn,
        String xColumn,
        String yColumn,
        String zColumn,
        Optional<RegionIndex> region) {}
