// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.Hdu;
import org.vo4he.mapping.LinkedNames;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.HeaderChain;

/// The ready-made redistribution matrix that a spectrum of XMM-Newton's EPIC names, which is no product of the
/// pipeline: it is distributed apart, for pn in a file for each version of SAS (`epn_e3_ff20_sdY9_v20.0.rmf`), for MOS
/// in a folder for each width of the channels (`15eV/m1_e10_im_pall_c.rmf`). ESA, EPIC response files; SPECDELT of the
/// spectrum is that width.
///
/// @param written as RESPFILE has it
/// @param camera `PN` or `MOS`
/// @param sasVersion such as `20.0`
/// @param channelEv width of the channels; empty when the spectrum doesn't say, or for pn
record CannedMatrix(String written, String camera, Optional<String> sasVersion, Optional<String> channelEv) {

    /// Where ESA distributes them.
    private static final String DISTRIBUTED = "https://sasdev-xmm.esac.esa.int/pub/ccf/constituents/extras/responses/";

    private static final Pattern NAME =
            Pattern.compile("(epn|m[12])_[a-z0-9_]+?(_v\\d+\\.\\d+)?\\.rmf(\\.gz)?", Pattern.CASE_INSENSITIVE);

    /// `xmmsas_20230412_1735-21.0.0`.
    private static final Pattern SAS = Pattern.compile("-(\\d+\\.\\d+)(\\.\\d+)*\\s*$");

    /// Empty for any other product, and where RESPFILE names no matrix of this kind.
    static Optional<CannedMatrix> of(Hdu hdu, HeaderChain headers) {
        if (HduContent.of(hdu) != HduContent.SPECTRUM
                || !says(headers, "TELESCOP").startsWith("XMM")) {
            return Optional.empty();
        }
        String written = LinkedNames.bare(
                headers.text("RESPFILE").map(HeaderChain.Found::value).orElse(""));
        if (!NAME.matcher(lastPart(written)).matches()) {
            return Optional.empty();
        }
        boolean pn = lastPart(written).toLowerCase(Locale.ROOT).startsWith("epn");
        Matcher sas = SAS.matcher(says(headers, "SASVERS"));
        Optional<String> width =
                headers.text("SPECDELT").map(card -> card.value().strip()).filter(text -> text.matches("[0-9]+"));
        return Optional.of(new CannedMatrix(
                written,
                pn ? "PN" : "MOS",
                sas.find() ? Optional.of(sas.group(1)) : Optional.empty(),
                pn ? Optional.empty() : width));
    }

    private static String says(HeaderChain headers, String keyword) {
        return headers.text(keyword).map(HeaderChain.Found::value).orElse("").strip();
    }

    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /// The names under which the matrix may lie, the most exact first, the one of the header last.
    List<String> names() {
        List<String> names = new ArrayList<>();
        String name = lastPart(written);
        channelEv.ifPresent(width -> names.add(width + "eV/" + name));
        if (!hasVersion() && camera.equals("PN")) {
            sasVersion.ifPresent(version -> names.add(versioned(name, version)));
        }
        names.add(written);
        return List.copyOf(new LinkedHashSet<>(names));
    }

    private boolean hasVersion() {
        Matcher name = NAME.matcher(lastPart(written));
        return name.matches() && name.group(2) != null;
    }

    private static String versioned(String name, String version) {
        int dot = name.toLowerCase(Locale.ROOT).indexOf(".rmf");
        return name.substring(0, dot) + "_v" + version + name.substring(dot);
    }

    /// The first of its names that leads to a file.
    private Optional<String> found(Path from, Siblings siblings) {
        return names().stream()
                .filter(name -> siblings.find(from, name).isPresent())
                .findFirst();
    }

    /// Finds the matrix under each of its names when it is asked for by the name in the header.
    Siblings within(Siblings siblings) {
        return (from, name) ->
                siblings.find(from, name.equals(written) ? found(from, siblings).orElse(name) : name);
    }

    /// The references with the name under which the matrix is; a finding tells which file is wanted when there is
    /// none.
    List<Reference> resolve(Path file, List<Reference> references, Siblings siblings, List<Finding> findings) {
        Optional<String> found = found(file, siblings);
        if (found.isEmpty()) {
            findings.add(new Finding(ProductFinding.CANNED_MATRIX_WANTED, file.getFileName() + " RESPFILE", wanted()));
            return references;
        }
        return references.stream()
                .map(reference -> reference.keyword().equals("RESPFILE")
                                && reference.name().equals(written)
                        ? new Reference(reference.keyword(), found.get())
                        : reference)
                .toList();
    }

    private String wanted() {
        String version = sasVersion.map(of -> "SAS " + of).orElse("a version of SAS that SASVERS does not tell");
        String place = DISTRIBUTED + camera + "/"
                + channelEv.map(width -> width + "eV/").orElse("");
        return "the matrix " + lastPart(names().getFirst()) + " of " + version
                + " is wanted: put it beside the spectrum or into a calibration folder; ESA distributes it at " + place;
    }
}
