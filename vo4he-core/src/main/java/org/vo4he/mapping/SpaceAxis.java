// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import static org.vo4he.obscore.ObsCoreColumn.S_DEC;
import static org.vo4he.obscore.ObsCoreColumn.S_FOV;
import static org.vo4he.obscore.ObsCoreColumn.S_PIXEL_SCALE;
import static org.vo4he.obscore.ObsCoreColumn.S_RA;
import static org.vo4he.obscore.ObsCoreColumn.S_REGION;
import static org.vo4he.obscore.ObsCoreColumn.S_UCD;
import static org.vo4he.obscore.ObsCoreColumn.S_UNIT;
import static org.vo4he.obscore.ObsCoreColumn.S_XEL1;
import static org.vo4he.obscore.ObsCoreColumn.S_XEL2;

import java.util.Locale;
import java.util.Optional;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.ogip.DataSubspace;
import org.vo4he.sphere.SkyCircle;
import org.vo4he.wcs.CelestialFrame;
import org.vo4he.wcs.Footprint;
import org.vo4he.wcs.ImageSky;

/// Where on the sky: pointing for event lists, target for spectra and light curves, middle of the pixels for
/// images.
final class SpaceAxis {

    /// Wider than this an image is a map of a part of the sky, which may well be centred on 0, 0.
    private static final double WIDE_MAP_DEG = 60;

    private final Draft draft;
    private final Positions positions;

    private SpaceAxis(Draft draft) {
        this.draft = draft;
        this.positions = new Positions(draft);
    }

    static void fill(Draft draft) {
        SpaceAxis axis = new SpaceAxis(draft);
        switch (draft.kind()) {
            case EVENT_LIST -> axis.events();
            case SPECTRUM, LIGHT_CURVE, FLUX_POINTS -> axis.target();
            case IMAGE, CUBE -> axis.image();
            case HEALPIX_MAP -> axis.healpix();
            case RADIAL_PROFILE -> axis.profile();
            case SOURCE_LIST -> axis.sourceList();
        }
    }

    private void events() {
        samples(-1, -1, "events are not binned on the sky");
        draft.absent(S_PIXEL_SCALE, "events are not binned on the sky");
        if (extracted()) {
            return;
        }
        Optional<ImageSky> grid = ImageSky.ofColumns(draft.hdu(), draft.where(draft.hdu()), draft.findings());
        Optional<Positions.Stated> pointing = positions.pointing();
        boolean circle = selectedCircle();
        Optional<Footprint> covered = grid.flatMap(ImageSky::footprint);
        if (!circle && covered.isPresent()) {
            gridAsField(covered.get(), grid.get());
        } else if (!circle) {
            pointing.ifPresent(axis -> MissionField.fill(draft, axis));
        }
        pointing.or(this::ofCircle)
                .or(() -> grid.map(sky -> Positions.Stated.of(sky.reference(), wcs())))
                .or(() -> positions.first(Positions.TARGET))
                .ifPresent(this::position);
    }

    /// The field of a Fermi or Chandra selection by a circle on the sky.
    private boolean selectedCircle() {
        Optional<Positions.Stated> centre = ofCircle();
        Optional<DataSubspace.Selected<DataSubspace.Circle>> circle =
                DataSubspace.circle(draft.hdu().header());
        if (centre.isEmpty() || circle.isEmpty()) {
            return false;
        }
        double radius = circle.get().value().radiusDeg();
        draft.set(S_FOV, 2 * radius, centre.get().origin());
        draft.set(
                S_REGION,
                new SkyCircle(centre.get().raDeg(), centre.get().decDeg(), radius).toString(),
                centre.get().origin());
        return true;
    }

    private Optional<Positions.Stated> ofCircle() {
        Optional<CelestialFrame> frame = positions.frame(draft.hdu());
        return DataSubspace.circle(draft.hdu().header())
                .filter(selected -> Math.abs(selected.value().latDeg()) <= 90
                        && selected.value().radiusDeg() >= 0
                        && selected.value().radiusDeg() <= 180)
                .flatMap(selected -> frame.map(of -> Positions.Stated.of(
                        of,
                        selected.value().lonDeg(),
                        selected.value().latDeg(),
                        new Origin.Card(draft.hdu().label(), selected.keyword()))));
    }

    private void gridAsField(Footprint footprint, ImageSky sky) {
        draft.find(
                MappingFinding.GRID_AS_FIELD,
                draft.hdu(),
                "",
                String.format(Locale.ROOT, "the grid of X and Y is %.3f deg wide", footprint.fovDeg()));
        field(footprint, sky);
    }

    private void target() {
        samples(1, 1, "this " + draft.kind().inWords() + " has one place on the sky");
        if (extracted()) {
            return;
        }
        String why = "this " + draft.kind().inWords() + " states no extraction region in degrees";
        draft.absent(S_FOV, why);
        draft.absent(S_REGION, why);
        Optional<Positions.Stated> target = positions.first(Positions.TARGET);
        if (target.isPresent()) {
            position(target.get());
            return;
        }
        positions.pointing().ifPresent(pointing -> {
            position(pointing);
            draft.find(
                    MappingFinding.POSITION_OF_POINTING,
                    draft.hdu(),
                    "",
                    "the position is that of the pointing, " + pointing.origin().detail());
        });
    }

    /// Around the centre that its cards state in ICRS.
    private void profile() {
        target();
        positions.centreOfRings().ifPresent(this::position);
    }

    /// Photons of one region lie there, and not where the telescope looked or was to look.
    private boolean extracted() {
        Optional<ExtractionRegion> region = ExtractionRegion.of(draft);
        region.ifPresent(of -> {
            position(Positions.Stated.of(of.centre(), of.origin()));
            draft.set(S_FOV, ComputedDegrees.of(of.fovDeg()), of.origin());
            draft.set(S_REGION, of.outline(), of.origin());
        });
        return region.isPresent();
    }

    private void image() {
        Optional<ImageSky> sky = ImageSky.ofImage(draft.hdu(), draft.where(draft.hdu()), draft.findings());
        Origin axes = new Origin.Card(draft.hdu().label(), "NAXIS1+NAXIS2");
        draft.set(S_XEL1, draft.hdu().header().integer("NAXIS1").orElse(0L), axes);
        draft.set(S_XEL2, draft.hdu().header().integer("NAXIS2").orElse(0L), axes);
        Optional<Footprint> footprint = sky.flatMap(ImageSky::footprint);
        boolean unset = footprint.filter(of -> of.fovDeg() <= WIDE_MAP_DEG).isPresent()
                && sky.get().touchesAtZero()
                && !positions.supportsZero();
        if (unset) {
            unsetImage(footprint.get(), sky.get());
            return;
        }
        if (footprint.isPresent()) {
            position(Positions.Stated.of(footprint.get().centre(), wcs()));
            field(footprint.get(), sky.get());
            draft.set(S_PIXEL_SCALE, sky.get().pixelScaleArcsec(), wcs());
            draft.derive(S_UCD, "pos.eq", "s_ra and s_dec of a celestial WCS");
            draft.derive(S_UNIT, "deg", "s_ra and s_dec of a celestial WCS");
            return;
        }
        inDetectorAxes();
    }

    /// The field of such an image lies inside that of the events of which it was made.
    private void inDetectorAxes() {
        positionOfCards();
        Optional<ImageSky> events = ImageSky.ofEventsBehind(draft.hdu(), draft.where(draft.hdu()), draft.findings());
        Optional<Footprint> covered = events.flatMap(ImageSky::footprint);
        if (covered.isPresent()) {
            gridAsField(covered.get(), events.get());
            return;
        }
        String why = "the image has no celestial coordinate system";
        draft.absent(S_FOV, why);
        draft.absent(S_REGION, why);
    }

    /// The size of the pixels is right where the reference was left at 0, 0; the place is not.
    private void unsetImage(Footprint footprint, ImageSky sky) {
        draft.find(MappingFinding.POSITION_UNSET, draft.hdu(), "CRVAL1+CRVAL2", "0.0, 0.0 is taken as not set");
        String why = "CRVAL is 0.0, 0.0, which no other card supports";
        draft.absent(S_RA, why);
        draft.absent(S_DEC, why);
        draft.absent(S_REGION, why);
        draft.set(S_FOV, ComputedDegrees.of(footprint.fovDeg()), wcs());
        draft.set(S_PIXEL_SCALE, sky.pixelScaleArcsec(), wcs());
        positionOfCards();
    }

    private void positionOfCards() {
        positions.pointing().or(() -> positions.first(Positions.TARGET)).ifPresent(this::position);
    }

    private void healpix() {
        draft.absent(S_XEL1, "the pixels of a HEALPix map have no axes");
        draft.absent(S_XEL2, "the pixels of a HEALPix map have no axes");
        draft.hdu().header().number("NSIDE").filter(nside -> nside >= 1).ifPresent(nside -> {
            double pixels = 12 * nside * nside;
            Origin origin = new Origin.Card(draft.hdu().label(), "NSIDE");
            draft.set(S_PIXEL_SCALE, Math.toDegrees(Math.sqrt(4 * Math.PI / pixels)) * 3600, origin);
            if (draft.hdu().rows() == (long) pixels) {
                draft.set(S_FOV, 360.0, origin);
                draft.absent(S_REGION, "the map covers the whole sky");
            }
        });
    }

    private void sourceList() {
        draft.absent(S_XEL1, "a source list has no pixels");
        draft.absent(S_XEL2, "a source list has no pixels");
        if (!extracted()) {
            positions.pointing().ifPresent(this::position);
        }
    }

    private void samples(long first, long second, String why) {
        draft.derive(S_XEL1, first, why);
        draft.derive(S_XEL2, second, why);
    }

    private void field(Footprint footprint, ImageSky sky) {
        draft.set(S_FOV, ComputedDegrees.of(footprint.fovDeg()), wcs());
        footprint
                .outline()
                .ifPresentOrElse(
                        outline -> draft.set(S_REGION, outline.toString(), wcs()),
                        () -> draft.absent(
                                S_REGION,
                                sky.distortion()
                                        .map(kind -> "the distortion " + kind
                                                + " is not read, and nothing says that it is negligible")
                                        .orElse("the pixels leave the sky or cover a hemisphere")));
    }

    private void position(Positions.Stated stated) {
        set(S_RA, stated.raDeg(), stated.origin());
        set(S_DEC, stated.decDeg(), stated.origin());
    }

    private void set(ObsCoreColumn column, double deg, Origin origin) {
        draft.set(column, deg, origin);
    }

    private Origin wcs() {
        return new Origin.Wcs(draft.hdu().label());
    }
}
