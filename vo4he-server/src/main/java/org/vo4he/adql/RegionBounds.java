// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.Optional;
import org.vo4he.adql.CheckedExpression.Column;
import org.vo4he.sphere.SkyCircle;
import org.vo4he.sphere.UnitVector;

/// A test on a table's column of regions, with the bounding circle of each row before it: where that circle and the
/// bounds of the other geometry lie apart, the region's text is not even read.
final class RegionBounds {

    /// Taken from the cosine, so that rounding cannot lose a row that the exact test would keep.
    private static final double MARGIN = 1e-12;

    private RegionBounds() {}

    /// @param bounds a circle that holds the other geometry; without one, or without an index, the exact test is all
    static String preceded(CheckedExpression region, Optional<SkyCircle> bounds, String exact) {
        if (bounds.isEmpty() || !(region instanceof Column column)) {
            return exact;
        }
        return column.skyIndex()
                .flatMap(SkyIndex::region)
                .filter(index -> column.template().isEmpty() && column.sqlName().equals(index.regionColumn()))
                .map(index -> "(" + near(column.relation() + ".", index, bounds.get()) + " AND " + exact + ")")
                .orElse(exact);
    }

    /// The centres are not farther apart than both radii together. True where a row has no bounds.
    private static String near(String prefix, RegionIndex index, SkyCircle bounds) {
        UnitVector centre = bounds.centre();
        String cosine = prefix + SqlText.name(index.xColumn()) + " * " + SqlText.number(centre.x())
                + " + " + prefix + SqlText.name(index.yColumn()) + " * " + SqlText.number(centre.y())
                + " + " + prefix + SqlText.name(index.zColumn()) + " * " + SqlText.number(centre.z());
        String reach = prefix + SqlText.name(index.radiusColumn()) + " + " + SqlText.number(bounds.radiusDeg());
        return "coalesce(" + cosine + " >= cos(radians(least(180, " + reach + "))) - " + SqlText.number(MARGIN)
                + ", true)";
    }
}
