// SPDX-License-Identifier: Apache-2.0
package org.vo4he.sphere;

/// A part of the sky with a border; points on the border belong to it.
///
/// Written in one form, the STC-S text of ObsCore's `s_region`: `CIRCLE ICRS ra dec radius` or `POLYGON ICRS ra
/// dec …`, in degrees. That is what [Object#toString] gives.
public sealed interface Region permits SkyCircle, SkyPolygon {

    /// The region that a text describes: STC-S `CIRCLE`, `POLYGON`, `POSITION` or `BOX` in any case, with or
    /// without the frame (`ICRS`, or `FK5` and `J2000`, which differ from it by less than 0.1 arcseconds), or the
    /// bare numbers of a DALI 1.1 point, circle or polygon.
    ///
    /// @throws IllegalArgumentException with a sentence holding the text, for anything else
    static Region parse(String text) {
        return RegionText.parse(text);
    }

    /// Whether a position is inside or on the border.
    default boolean contains(double raDeg, double decDeg) {
        return contains(UnitVector.of(raDeg, decDeg));
    }

    boolean contains(UnitVector position);

    /// Whether the two have a point in common.
    boolean intersects(Region other);

    /// Whether no point of this lies outside the other.
    boolean isWithin(Region other);

    /// A circle that holds the whole region.
    SkyCircle boundingCircle();

    /// The centre: of the circle itself, of the vertices for a polygon.
    UnitVector centre();

    /// Square degrees.
    double areaDeg2();

    /// The longitudes, latitudes (and radius) as DALI 1.1, section 3.3, writes them, separated by blanks.
    String daliText();
}
