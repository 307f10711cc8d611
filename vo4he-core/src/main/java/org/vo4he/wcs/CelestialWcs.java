// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import static java.lang.Math.acos;
import static java.lang.Math.asin;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

import java.util.Optional;
import org.vo4he.sphere.UnitVector;

/// From two pixel coordinates to the sky: linear part, projection, rotation, frame (FITS WCS papers I and II).
///
/// Pixel coordinates are those of FITS: the centre of the first pixel is 1.
public final class CelestialWcs {

    private final LinearPart linear;
    private final Projection projection;
    private final Projection.Parameters parameters;
    private final CelestialFrame frame;
    private final UnitVector reference;
    private final double lonPole;
    private final double poleLon;
    private final double poleLat;

    /// @param lonPoleDeg LONPOLE, NaN for its default
    /// @param latPoleDeg LATPOLE
    CelestialWcs(
            LinearPart linear,
            Projection projection,
            Projection.Parameters parameters,
            CelestialFrame frame,
            double referenceLonDeg,
            double lonPoleDeg,
            double latPoleDeg) {
        this.linear = linear;
        this.projection = projection;
        this.parameters = parameters;
        this.frame = frame;
        this.reference = frame.toIcrs(referenceLonDeg, parameters.referenceLatDeg());
        double theta0 = projection.theta0Deg(parameters);
        double referenceLat = parameters.referenceLatDeg();
        this.lonPole = toRadians(Double.isNaN(lonPoleDeg) ? (referenceLat < theta0 ? 180 : 0) : lonPoleDeg);
        this.poleLat = poleLat(toRadians(theta0), toRadians(referenceLat), toRadians(latPoleDeg));
        this.poleLon = poleLon(toRadians(theta0), toRadians(referenceLonDeg), toRadians(referenceLat));
    }

    /// Paper II, equation 8: of the two solutions the one nearer to LATPOLE.
    private double poleLat(double theta0, double lat0, double latPole) {
        if (theta0 == Math.PI / 2) {
            return lat0;
        }
        double middle = atan2(sin(theta0), cos(theta0) * cos(lonPole));
        double sine = cos(theta0) * sin(lonPole);
        double cosine = sin(lat0) / sqrt(1 - sine * sine);
        double spread = acos(Math.clamp(cosine, -1, 1));
        double one = inHalfTurn(middle + spread);
        double other = inHalfTurn(middle - spread);
        double limit = Math.PI / 2 + 1e-9;
        if (Math.abs(one) > limit) {
            return other;
        }
        if (Math.abs(other) > limit) {
            return one;
        }
        return Math.abs(one - latPole) <= Math.abs(other - latPole) ? one : other;
    }

    private static double inHalfTurn(double angle) {
        double turned = angle % (2 * Math.PI);
        return turned > Math.PI ? turned - 2 * Math.PI : turned < -Math.PI ? turned + 2 * Math.PI : turned;
    }

    /// Paper II, equations 9 and 10.
    private double poleLon(double theta0, double lon0, double lat0) {
        double almostPole = Math.PI / 2 - 1e-10;
        if (theta0 == Math.PI / 2 || Math.abs(lat0) > almostPole) {
            return lon0;
        }
        if (poleLat > almostPole) {
            return lon0 + lonPole - Math.PI;
        }
        if (poleLat < -almostPole) {
            return lon0 - lonPole;
        }
        double sine = sin(lonPole) * cos(theta0) / cos(lat0);
        double cosine = (sin(theta0) - sin(poleLat) * sin(lat0)) / (cos(poleLat) * cos(lat0));
        return lon0 - atan2(sine, cosine);
    }

    /// The direction that CRVAL states.
    UnitVector reference() {
        return reference;
    }

    /// The frame in which the file writes its coordinates.
    public CelestialFrame frame() {
        return frame;
    }

    /// The direction of a pixel, empty where the projection has no sky.
    ///
    /// @param first along the axis that comes first in the file
    public Optional<UnitVector> at(double first, double second) {
        double x = linear.lon(first, second);
        double y = linear.lat(first, second);
        Projection.Native point = projection.toNative(x, y, parameters);
        if (!point.isOnSky()) {
            return Optional.empty();
        }
        double phi = toRadians(point.phiDeg()) - lonPole;
        double theta = toRadians(point.thetaDeg());
        double sinLat = sin(theta) * sin(poleLat) + cos(theta) * cos(poleLat) * cos(phi);
        double lon = poleLon
                + atan2(-cos(theta) * sin(phi), sin(theta) * cos(poleLat) - cos(theta) * sin(poleLat) * cos(phi));
        double lat = Math.abs(sinLat) < 0.99 ? asin(sinLat) : nearPole(sinLat, phi, theta);
        return Optional.of(frame.toIcrs(toDegrees(lon), toDegrees(lat)));
    }

    /// asin loses half of the digits there.
    private double nearPole(double sinLat, double phi, double theta) {
        double cosLat = hypot(cos(theta) * sin(phi), sin(theta) * cos(poleLat) - cos(theta) * sin(poleLat) * cos(phi));
        return atan2(sinLat, cosLat);
    }

    /// The pixel of a direction: what [#at] takes back to it, found by Newton's method for every projection. Good
    /// to about 1e-9 pixel.
    ///
    /// @return first and second pixel coordinate; empty where the projection does not show the direction
    public Optional<double[]> pixelOf(UnitVector icrs) {
        return new PixelSearch(this, icrs).find();
    }

    /// The offset on the plane of projection to the side where longitude falls, degrees, of an offset in pixels:
    /// on an image with north up, to the right.
    public double westDeg(double firstPixels, double secondPixels) {
        return -(linear.lon1() * firstPixels + linear.lon2() * secondPixels);
    }

    /// The offset on the plane of projection to the north of the frame, degrees, of an offset in pixels.
    public double northDeg(double firstPixels, double secondPixels) {
        return linear.lat1() * firstPixels + linear.lat2() * secondPixels;
    }

    LinearPart linear() {
        return linear;
    }

    /// Native longitude and latitude in degrees (paper II, equation 5).
    double[] toNative(UnitVector icrs) {
        UnitVector own = frame.ofIcrs(icrs);
        double lon = Math.atan2(own.y(), own.x()) - poleLon;
        double cosLat = hypot(own.x(), own.y());
        double sinLat = own.z();
        double x = sinLat * cos(poleLat) - cosLat * sin(poleLat) * cos(lon);
        double y = -cosLat * sin(lon);
        double z = sinLat * sin(poleLat) + cosLat * cos(poleLat) * cos(lon);
        double phi = toDegrees(inHalfTurn(atan2(y, x) + lonPole));
        return new double[] {phi, toDegrees(atan2(z, hypot(x, y)))};
    }

    boolean isZenithal() {
        return projection.theta0Deg(parameters) == 90;
    }

    /// The side of a square with the area of a pixel, at the reference point.
    public double pixelScaleArcsec() {
        return sqrt(Math.abs(linear.determinant())) * 3600;
    }
}
