// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vo4he.fits.FitsFile;
import org.vo4he.fits.Hdu;
import org.vo4he.ogip.HduContent;

/// What the HDUs of a file are, and which of them is the product.
public final class FileContents {

    /// What a file without a product is: the first of these that one of its HDUs is.
    private static final List<HduContent> ASSOCIATED = List.of(
            HduContent.RMF,
            HduContent.ARF,
            HduContent.IRF,
            HduContent.EBOUNDS,
            HduContent.INDEX,
            HduContent.REGION,
            HduContent.GOOD_TIMES,
            HduContent.TABLE_MODEL,
            HduContent.TABLE,
            HduContent.AUXILIARY_IMAGE,
            HduContent.NO_IMAGE,
            HduContent.ENERGIES,
            HduContent.OTHER);

    private final Map<Hdu, HduContent> contents;
    private final Optional<ProductKind> kind;
    private final List<Hdu> products;

    private FileContents(Map<Hdu, HduContent> contents) {
        this.contents = contents;
        this.kind = kindOf(contents);
        this.products = kind.map(this::mainAndPeers).orElse(List.of());
    }

    public static FileContents of(FitsFile file) {
        Map<Hdu, HduContent> contents = new LinkedHashMap<>();
        file.hdus().forEach(hdu -> contents.put(hdu, HduContent.of(hdu)));
        return new FileContents(contents);
    }

    private static Optional<ProductKind> kindOf(Map<Hdu, HduContent> contents) {
        boolean isResponse = contents.containsValue(HduContent.RMF);
        for (ProductKind kind : ProductKind.values()) {
            boolean pixels = kind == ProductKind.IMAGE || kind == ProductKind.CUBE;
            if (contents.containsValue(kind.content()) && !(pixels && isResponse)) {
                return Optional.of(pixels ? firstOfPixels(contents) : kind);
            }
        }
        return Optional.empty();
    }

    /// Of images and cubes the first in the file: what follows belongs to it, such as the exposure beside
    /// counts.
    private static ProductKind firstOfPixels(Map<Hdu, HduContent> contents) {
        for (HduContent content : contents.values()) {
            if (content == HduContent.IMAGE) {
                return ProductKind.IMAGE;
            }
            if (content == HduContent.CUBE) {
                return ProductKind.CUBE;
            }
        }
        throw new IllegalArgumentException("no image and no cube");
    }

    /// Peers are the other spectra of a file of spectra, else the HDUs of the same kind and name as the main
    /// one.
    private List<Hdu> mainAndPeers(ProductKind of) {
        List<Hdu> same = all(of.content());
        Hdu main = same.getFirst();
        return same.stream()
                .filter(hdu -> hdu == main || of == ProductKind.SPECTRUM || isPeer(main, hdu))
                .toList();
    }

    /// Of the same name, and of the same IMATYPE: INTEGRAL gives intensities, variances and significances one
    /// name.
    private static boolean isPeer(Hdu main, Hdu other) {
        return main.header().has("EXTNAME")
                && other.name().equalsIgnoreCase(main.name())
                && main.header().text("IMATYPE").equals(other.header().text("IMATYPE"));
    }

    /// Empty when the file holds no data product.
    public Optional<ProductKind> kind() {
        return kind;
    }

    /// The main HDU and its peers; empty when there is no product.
    public List<Hdu> products() {
        return products;
    }

    /// The HDU that says best what a file without a product is, and what it is; the primary and EMPTY if
    /// nothing does.
    public Map.Entry<Hdu, HduContent> associated() {
        for (HduContent wanted : ASSOCIATED) {
            for (Map.Entry<Hdu, HduContent> entry : contents.entrySet()) {
                if (entry.getValue() == wanted) {
                    return Map.entry(entry.getKey(), entry.getValue());
                }
            }
        }
        Hdu primary = contents.keySet().iterator().next();
        return Map.entry(primary, HduContent.EMPTY);
    }

    List<Hdu> all(HduContent wanted) {
        return contents.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<Hdu> first(HduContent wanted) {
        return all(wanted).stream().findFirst();
    }
}
