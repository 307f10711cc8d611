// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.mapping.LinkedNames;
import org.vo4he.ogip.HeaderChain;

/// The files that a spectrum names: background, correction, response, effective area (OGIP/92-007), in cards
/// or, in type II files, in columns.
final class References {

    private static final List<String> KEYWORDS = List.of("BACKFILE", "CORRFILE", "RESPFILE", "ANCRFILE");
    private static final int MOST_ROWS = 1000;

    private References() {}

    static List<Reference> of(Hdu hdu, HeaderChain headers) {
        Set<Reference> references = new LinkedHashSet<>();
        for (String keyword : KEYWORDS) {
            headers.text(keyword).ifPresent(card -> add(references, keyword, card.value()));
            hdu.column(keyword)
                    .filter(TableColumn::isText)
                    .ifPresent(column -> names(hdu, column).forEach(name -> add(references, keyword, name)));
        }
        return List.copyOf(references);
    }

    private static void add(Set<Reference> references, String keyword, String name) {
        Optional.of(name)
                .filter(LinkedNames::namesAFile)
                .ifPresent(file -> references.add(new Reference(keyword, LinkedNames.bare(file))));
    }

    private static List<String> names(Hdu hdu, TableColumn column) {
        try {
            return hdu.isCompressed() ? List.of() : hdu.texts(column, 0, MOST_ROWS);
        } catch (IOException cutOff) {
            return List.of();
        }
    }
}
