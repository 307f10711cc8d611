// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

/// From pixels to the plane of projection, in degrees (FITS WCS paper I, section 2.1): offset, distortion, a 2
/// by 2 matrix.
///
/// @param crpix1 reference pixel of the axis that comes first in the file
/// @param lon1 longitude in the plane per pixel of the first axis, deg
/// @param lat1 latitude in the plane per pixel of the first axis, deg
record LinearPart(
        double crpix1, double crpix2, SipDistortion distortion, double lon1, double lon2, double lat1, double lat2) {

    double lon(double first, double second) {
        double u = first - crpix1;
        double v = second - crpix2;
        return lon1 * distortion.movedFirst(u, v) + lon2 * distortion.movedSecond(u, v);
    }

    double lat(double first, double second) {
        double u = first - crpix1;
        double v = second - crpix2;
        return lat1 * distortion.movedFirst(u, v) + lat2 * distortion.movedSecond(u, v);
    }

    double determinant() {
        return lon1 * lat2 - lon2 * lat1;
    }

    /// Whether different pixels lie at different places.
    boolean isRegular() {
        double determinant = determinant();
        return Double.isFinite(determinant) && determinant != 0 && Double.isFinite(crpix1) && Double.isFinite(crpix2);
    }
}
