// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import static java.lang.Math.asin;
import static java.lang.Math.atan;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.hypot;
import static java.lang.Math.log;
import static java.lang.Math.pow;
import static java.lang.Math.signum;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.tan;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A map projection, from the plane to native spherical coordinates (FITS WCS paper II: Calabretta & Greisen
/// 2002, A&A 395, 1077, section 5; HPX: Calabretta & Roukema 2007).
///
/// Each constant reads: native latitude of the reference point, section of paper II, inverse. Plane and sphere
/// are in degrees.
enum Projection {
    /// 5.1.1
    AZP(90, Projection::azp),
    /// 5.1.2
    SZP(90, Projection::szp),
    /// 5.1.3
    TAN(90, (x, y, _) -> zenithal(x, y, toDegrees(atan2(toDegrees(1), hypot(x, y))))),
    /// TAN with a polynomial distortion in the PV cards, which is left out here.
    TPV(90, (x, y, _) -> TAN.inverse.toNative(x, y, Parameters.NONE)),
    /// 5.1.4
    STG(90, (x, y, _) -> zenithal(x, y, 90 - 2 * toDegrees(atan(toRadians(hypot(x, y)) / 2)))),
    /// 5.1.5
    SIN(90, (x, y, pv) -> slant(x, y, pv.lat(1, 0), pv.lat(2, 0))),
    /// The older name of SIN with the pole as its point of view, 6.1.1.
    NCP(90, (x, y, pv) -> slant(x, y, 0, 1 / tan(toRadians(pv.referenceLatDeg())))),
    /// 5.1.6
    ARC(90, (x, y, _) -> zenithal(x, y, 90 - hypot(x, y))),
    /// 5.1.7
    ZPN(90, Projection::zpn),
    /// 5.1.8
    ZEA(90, (x, y, _) -> zenithal(x, y, 90 - 2 * toDegrees(asin(toRadians(hypot(x, y)) / 2)))),
    /// 5.1.9
    AIR(90, (x, y, pv) -> zenithal(x, y, BracketedProjections.airLatitudeDeg(hypot(x, y), pv.lat(1, 90)))),
    /// 5.2.1
    CYP(0, Projection::cyp),
    /// 5.2.2
    CEA(0, (x, y, pv) -> new Native(x, toDegrees(asin(pv.lat(1, 1) * toRadians(y))))),
    /// 5.2.3
    CAR(0, (x, y, _) -> new Native(x, y)),
    /// 5.2.4
    MER(0, (x, y, _) -> new Native(x, 2 * toDegrees(atan(exp(toRadians(y)))) - 90)),
    /// 5.3.1
    SFL(0, (x, y, _) -> new Native(x / cos(toRadians(y)), y)),
    /// The older name of SFL, 6.1.2; exact when the reference point lies on the equator.
    GLS(0, (x, y, _) -> SFL.inverse.toNative(x, y, Parameters.NONE)),
    /// 5.3.2
    PAR(0, (x, y, _) -> new Native(x / (1 - 4 * (y / 180) * (y / 180)), 3 * toDegrees(asin(y / 180)))),
    /// 5.3.3
    MOL(0, Projection::mol),
    /// 5.3.4
    AIT(0, Projection::ait),
    /// 5.4.1
    COP(Double.NaN, Projection::cop),
    /// 5.4.2
    COE(Double.NaN, Projection::coe),
    /// 5.4.3
    COD(Double.NaN, Projection::cod),
    /// 5.4.4
    COO(Double.NaN, Projection::coo),
    /// 5.5.1
    BON(0, Projection::bon),
    /// 5.5.2
    PCO(0, (x, y, _) -> BracketedProjections.pco(x, y)),
    /// 5.6
    TSC(0, (x, y, _) -> QuadCube.TSC.toNative(x, y)),
    CSC(0, (x, y, _) -> QuadCube.CSC.toNative(x, y)),
    QSC(0, (x, y, _) -> QuadCube.QSC.toNative(x, y)),
    HPX(0, Projection::hpx);

    /// Native longitude and latitude, degrees; NaN where the plane is outside the sky.
    record Native(double phiDeg, double thetaDeg) {
        boolean isOnSky() {
            return Double.isFinite(phiDeg) && Double.isFinite(thetaDeg) && Math.abs(thetaDeg) <= 90.0000001;
        }
    }

    private interface Inverse {
        Native toNative(double x, double y, Parameters pv);
    }

    private final double theta0Deg;
    private final Inverse inverse;

    Projection(double theta0Deg, Inverse inverse) {
        this.theta0Deg = theta0Deg;
        this.inverse = inverse;
    }

    /// The projection of a three-letter code.
    static Optional<Projection> of(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(p -> p.name().equals(upper)).findFirst();
    }

    /// Native latitude of the reference point: that of the middle parallel for conics.
    double theta0Deg(Parameters pv) {
        return Double.isNaN(theta0Deg) ? pv.lat(1, Double.NaN) : theta0Deg;
    }

    Native toNative(double x, double y, Parameters pv) {
        return inverse.toNative(x, y, pv);
    }

    private static Native zenithal(double x, double y, double theta) {
        return new Native(toDegrees(atan2(x, -y)), theta);
    }

    private static Native azp(double x, double y, Parameters pv) {
        double mu = pv.lat(1, 0);
        double gamma = toRadians(pv.lat(2, 0));
        double yCos = y * cos(gamma);
        double rho = hypot(x, yCos) / (toDegrees(mu + 1) + y * sin(gamma));
        double theta = atan2(1, rho) - asin(rho * mu / sqrt(rho * rho + 1));
        return zenithal(x, yCos, toDegrees(theta));
    }

    /// Seen from the point of view of SIN, in the plane of the point of projection.
    private static Native szp(double x, double y, Parameters pv) {
        double mu = pv.lat(1, 0);
        double phi = toRadians(pv.lat(2, 0));
        double theta = toRadians(pv.lat(3, 90));
        double xp = -mu * cos(theta) * sin(phi);
        double yp = mu * cos(theta) * cos(phi);
        double zp = mu * sin(theta) + 1;
        return slant(x, y, (toRadians(x) - xp) / zp, (toRadians(y) - yp) / zp);
    }

    private static Native slant(double xDeg, double yDeg, double xi, double eta) {
        double x = toRadians(xDeg);
        double y = toRadians(yDeg);
        double a = xi * xi + eta * eta + 1;
        double b = xi * (x - xi) + eta * (y - eta);
        double c = (x - xi) * (x - xi) + (y - eta) * (y - eta) - 1;
        double sinTheta = (-b + sqrt(b * b - a * c)) / a;
        double rest = 1 - sinTheta;
        return new Native(toDegrees(atan2(x - xi * rest, -(y - eta * rest))), toDegrees(asin(sinTheta)));
    }

    /// Newton's method from the linear term; NaN if it does not settle.
    private static Native zpn(double x, double y, Parameters pv) {
        double radius = toRadians(hypot(x, y));
        double zenithDistance = (radius - pv.lat(0, 0)) / (pv.lat(1, 0) == 0 ? 1 : pv.lat(1, 0));
        for (int step = 0; step < 50; step++) {
            double value = 0;
            double slope = 0;
            for (int m = Parameters.MOST; m >= 0; m--) {
                slope = slope * zenithDistance + value;
                value = value * zenithDistance + pv.lat(m, 0);
            }
            double correction = (value - radius) / slope;
            zenithDistance -= correction;
            if (Math.abs(correction) < 1e-13) {
                return zenithal(x, y, 90 - toDegrees(zenithDistance));
            }
        }
        return new Native(Double.NaN, Double.NaN);
    }

    private static Native cyp(double x, double y, Parameters pv) {
        double mu = pv.lat(1, 1);
        double lambda = pv.lat(2, 1);
        double eta = toRadians(y) / (mu + lambda);
        double theta = atan2(eta, 1) + asin(eta * mu / sqrt(eta * eta + 1));
        return new Native(x / lambda, toDegrees(theta));
    }

    private static Native mol(double x, double y, Parameters pv) {
        double root = sqrt(2 - toRadians(y) * toRadians(y));
        double sinTheta = toDegrees(asin(toRadians(y) / sqrt(2))) / 90 + y / 180 * root;
        double phi = Math.PI * x / (2 * root);
        return Math.abs(phi) > 180.0000001
                ? new Native(Double.NaN, Double.NaN)
                : new Native(phi, toDegrees(asin(sinTheta)));
    }

    private static Native ait(double x, double y, Parameters pv) {
        double zSquared = 1 - toRadians(x) * toRadians(x) / 16 - toRadians(y) * toRadians(y) / 4;
        if (zSquared < 0.5) {
            return new Native(Double.NaN, Double.NaN);
        }
        double z = sqrt(zSquared);
        double phi = 2 * toDegrees(atan2(toRadians(x) * z / 2, 2 * zSquared - 1));
        return new Native(phi, toDegrees(asin(toRadians(y) * z)));
    }

    /// The part that conics share: radius and angle about the apex of the cone.
    private static Native conic(double x, double y, double apex, double c, double thetaA, Inverse1 theta) {
        double radius = signum(thetaA) * hypot(x, apex - y);
        double angle = radius == 0 ? 0 : atan2(x / radius, (apex - y) / radius);
        return new Native(toDegrees(angle) / c, theta.of(radius));
    }

    private interface Inverse1 {
        double of(double radius);
    }

    private static Native cop(double x, double y, Parameters pv) {
        double thetaA = toRadians(pv.lat(1, 0));
        double cosEta = cos(toRadians(pv.lat(2, 0)));
        double apex = toDegrees(cosEta / tan(thetaA));
        return conic(
                x,
                y,
                apex,
                sin(thetaA),
                thetaA,
                radius -> toDegrees(thetaA + atan(1 / tan(thetaA) - toRadians(radius) / cosEta)));
    }

    private static Native coe(double x, double y, Parameters pv) {
        double thetaA = toRadians(pv.lat(1, 0));
        double eta = toRadians(pv.lat(2, 0));
        double sin1 = sin(thetaA - eta);
        double sin2 = sin(thetaA + eta);
        double gamma = sin1 + sin2;
        double apex = toDegrees(2 / gamma * sqrt(1 + sin1 * sin2 - gamma * sin(thetaA)));
        return conic(x, y, apex, gamma / 2, thetaA, radius -> {
            double half = toRadians(radius) / 2;
            return toDegrees(asin((1 + sin1 * sin2) / gamma - gamma * half * half));
        });
    }

    private static Native cod(double x, double y, Parameters pv) {
        double thetaA = toRadians(pv.lat(1, 0));
        double eta = toRadians(pv.lat(2, 0));
        double etaOverTan = eta == 0 ? 1 : eta / tan(eta);
        double sinOverEta = eta == 0 ? 1 : sin(eta) / eta;
        double apex = toDegrees(etaOverTan / tan(thetaA));
        return conic(x, y, apex, sin(thetaA) * sinOverEta, thetaA, radius -> toDegrees(thetaA) + apex - radius);
    }

    private static Native coo(double x, double y, Parameters pv) {
        double thetaA = toRadians(pv.lat(1, 0));
        double eta = toRadians(pv.lat(2, 0));
        double theta1 = thetaA - eta;
        double half1 = tan((Math.PI / 2 - theta1) / 2);
        double half2 = tan((Math.PI / 2 - thetaA - eta) / 2);
        double c = eta == 0 ? sin(theta1) : log(cos(thetaA + eta) / cos(theta1)) / log(half2 / half1);
        double psi = toDegrees(cos(theta1) / (c * pow(half1, c)));
        double apex = psi * pow(tan((Math.PI / 2 - thetaA) / 2), c);
        return conic(x, y, apex, c, thetaA, radius -> 90 - 2 * toDegrees(atan(pow(radius / psi, 1 / c))));
    }

    private static Native bon(double x, double y, Parameters pv) {
        double theta1 = pv.lat(1, 0);
        if (theta1 == 0) {
            return SFL.inverse.toNative(x, y, pv);
        }
        double apex = toDegrees(1 / tan(toRadians(theta1))) + theta1;
        double radius = signum(theta1) * hypot(x, apex - y);
        double angle = toDegrees(atan2(x / radius, (apex - y) / radius));
        double theta = apex - radius;
        return new Native(toRadians(angle) * radius / cos(toRadians(theta)), theta);
    }

    private static Native hpx(double x, double y, Parameters pv) {
        double facets = 4;
        double layers = 3;
        if (Math.abs(y) <= 45) {
            return new Native(x, toDegrees(asin(y * facets / (90 * layers))));
        }
        double sigma = (layers + 1) / 2 - Math.abs(y * facets) / 180;
        double middle = -180 + (2 * Math.floor((x + 180) * facets / 360) + 1) * 180 / facets;
        if (sigma < 0 || Math.abs(x - middle) > sigma * 180 / facets + 1e-9) {
            return new Native(Double.NaN, Double.NaN);
        }
        double phi = sigma == 0 ? middle : middle + (x - middle) / sigma;
        return new Native(phi, signum(y) * toDegrees(asin(1 - sigma * sigma / layers)));
    }

    /// The PV cards of the latitude axis, and what NCP needs besides.
    record Parameters(Map<Integer, Double> latitude, double referenceLatDeg) {

        static final int MOST = 20;
        static final Parameters NONE = new Parameters(Map.of(), 0);

        double lat(int number, double otherwise) {
            return latitude.getOrDefault(number, otherwise);
        }
    }
}
