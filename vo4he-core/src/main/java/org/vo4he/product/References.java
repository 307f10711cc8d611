// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.fits.Hdu;
import org.vo4he.fits.TableColumn;
import org.vo4he.ogip.HduContent;
import org.vo4he.ogip.HeaderChain;

/// The files that the headers of a product name: background, correction, response, effective area (OGIP/92-007), in
/// cards or, in type II files, in columns; and the event lists it was made from.
final class References {

    private static final List<String> KEYWORDS = List.of("BACKFILE", "CORRFILE", "RESPFILE", "ANCRFILE");
    private static final int MOST_ROWS = 1000;
    private static final int MOST_CARDS = 999;

    /// The task and arguments that SAS keeps of each step: `evselect table=/data/clean.fits:EVENTS …`. Longer values
    /// are torn, so only what is found whole counts.
    private static final Pattern SAS_EVENTS =
            Pattern.compile("\\b(?:table|evlist|eventset)=['\"]?([^\\s'\":]+)(?=[\\s'\":])");

    private final Hdu hdu;
    private final HeaderChain headers;
    private final Set<Reference> references = new LinkedHashSet<>();

    private References(Hdu hdu, HeaderChain headers) {
        this.hdu = hdu;
        this.headers = headers;
    }

    static List<Reference> of(Path file, Hdu hdu, HeaderChain headers) {
        References found = new References(hdu, headers);
        found.calibration(HduContent.of(hdu) == HduContent.ARF);
        found.inputs();
        XmmName.of(file, headers).ifPresent(name -> found.references.addAll(XmmRelatives.of(name)));
        return List.copyOf(found.references);
    }

    private void calibration(boolean isArf) {
        for (String keyword : KEYWORDS) {
            String relation = isArf && keyword.equals("RESPFILE") ? Reference.ENERGY_GRID : keyword;
            headers.text(keyword).ifPresent(card -> add(relation, card.value()));
            hdu.column(keyword)
                    .filter(TableColumn::isText)
                    .ifPresent(column -> names(column).forEach(name -> add(relation, name)));
        }
    }

    /// FILIN001 and so on of HEASoft's extractor, XPROC0 and so on of SAS.
    private void inputs() {
        for (int i = 1; i <= MOST_CARDS; i++) {
            String keyword = "FILIN" + (i < 10 ? "00" : i < 100 ? "0" : "") + i;
            Optional<HeaderChain.Found<String>> card = headers.text(keyword);
            if (card.isEmpty()) {
                break;
            }
            add(keyword, card.get().value());
        }
        for (int i = 0; i <= MOST_CARDS; i++) {
            String keyword = "XPROC" + i;
            Optional<HeaderChain.Found<String>> card = headers.text(keyword);
            if (card.isEmpty()) {
                break;
            }
            Matcher events = SAS_EVENTS.matcher(card.get().value() + " ");
            while (events.find()) {
                add(keyword, events.group(1));
            }
        }
    }

    private void add(String keyword, String name) {
        Reference.fileNamed(name).ifPresent(file -> references.add(new Reference(keyword, file)));
    }

    private List<String> names(TableColumn column) {
        try {
            return hdu.isCompressed() ? List.of() : hdu.texts(column, 0, MOST_ROWS);
        } catch (IOException cutOff) {
            return List.of();
        }
    }
}
