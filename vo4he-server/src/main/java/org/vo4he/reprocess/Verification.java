// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.vo4he.diagnostics.Finding;
import org.vo4he.fits.DataDigest;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.HduSums;
import org.vo4he.fits.NotFitsException;

/// A product beside what its own provenance made again: the DATASUM of each HDU (FITS 4.0, section 4.4.2.7), counted
/// over the data and not taken from the header, and SHA-256 of the data, which sees too when counts have changed
/// places; VO-TAGS apart.
public record Verification(List<Unit> units) {

    private static final String VO_TAGS = "VO-TAGS";

    /// One HDU.
    ///
    /// @param was DATASUM in the product; empty when it has no such HDU
    /// @param is DATASUM in what was made again
    /// @param isSame whether all bytes of the data are the same
    public record Unit(String hdu, OptionalLong was, OptionalLong is, boolean isSame) {}

    private record Sums(long dataSum, String digest) {}

    public Verification {
        units = List.copyOf(units);
    }

    /// @throws NotFitsException when one of them is not FITS
    public static Verification of(Path product, Path remade) throws IOException, NotFitsException {
        Map<String, Sums> was = sums(product);
        Map<String, Sums> is = sums(remade);
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        List<Unit> units = new ArrayList<>();
        names.forEach(name -> units.add(
                new Unit(name, sum(was.get(name)), sum(is.get(name)), Objects.equals(was.get(name), is.get(name)))));
        return new Verification(units);
    }

    private static OptionalLong sum(Sums sums) {
        return sums == null ? OptionalLong.empty() : OptionalLong.of(sums.dataSum);
    }

    /// By name and version, and by number where several have the same.
    private static Map<String, Sums> sums(Path file) throws IOException, NotFitsException {
        Map<String, Sums> sums = new LinkedHashMap<>();
        try (FitsFile fits = FitsFile.open(file)) {
            for (Hdu hdu : fits.hdus()) {
                if (!hdu.name().equals(VO_TAGS)) {
                    String name = hdu.label() + (hdu.version() > 1 ? "," + hdu.version() : "");
                    String only = sums.containsKey(name) ? name + " #" + hdu.index() : name;
                    sums.put(only, new Sums(HduSums.of(fits, hdu).data(), DataDigest.of(fits, hdu)));
                }
            }
        }
        return sums;
    }

    /// Whether all data are the same.
    public boolean isIdentical() {
        return units.stream().allMatch(Unit::isSame);
    }

    /// One for each HDU that differs.
    ///
    /// @param where names the product
    public List<Finding> findings(String where) {
        return units.stream()
                .filter(unit -> !unit.isSame())
                .map(unit -> new Finding(
                        ReprocessFinding.DIFFERENT,
                        where + ", " + unit.hdu(),
                        unit.was().equals(unit.is())
                                ? "the data differ, though DATASUM is %s both times: it does not see their order"
                                        .formatted(text(unit.was()))
                                : "DATASUM is %s in the product, %s when made again"
                                        .formatted(text(unit.was()), text(unit.is()))))
                .toList();
    }

    private static String text(OptionalLong sum) {
        return sum.isPresent() ? String.valueOf(sum.getAsLong()) : "missing";
    }
}
