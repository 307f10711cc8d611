// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.Locale;
import java.util.Optional;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;

/// The observation that a product says it belongs to, and the source it is of.
///
/// @param observation facility and identifier: equal for all products of one observation
/// @param source of which the product is; empty when it is of the whole field, or nothing tells
public record Membership(String observation, Optional<String> source) {

    /// Empty for what is no data product, and where facility and identifier are not both stated: an identifier made
    /// from a file name, or one of zeros only, brings no products together, nor does one whose facility is unknown,
    /// because every facility counts its observations anew.
    ///
    /// The source is that of an XMM-Newton name, else the object of the observation.
    public static Optional<Membership> of(Product product, String fileName) {
        ObsCoreRow row = product.row();
        if (product.role() != ProductRole.PRODUCT) {
            return Optional.empty();
        }
        Optional<String> facility = row.text(ObsCoreColumn.FACILITY_NAME).map(Membership::word);
        Optional<String> stated = statedId(row);
        Optional<XmmName> xmm = XmmName.parse(fileName).filter(name -> name.agreesWith(facility, stated));
        if (xmm.isPresent()) {
            return xmm.map(name -> new Membership("XMM " + name.observation(), name.sourceInObservation()));
        }
        Optional<String> target = row.text(ObsCoreColumn.TARGET_NAME).map(Membership::word);
        return facility.map(Membership::mission)
                .flatMap(mission -> stated.map(id -> new Membership(mission + " " + id, target)));
    }

    private static Optional<String> statedId(ObsCoreRow row) {
        boolean minted = row.get(ObsCoreColumn.OBS_ID).origin() instanceof Origin.Minted;
        return row.text(ObsCoreColumn.OBS_ID).map(String::strip).filter(id -> !minted && !id.matches("0*"));
    }

    /// `XMM` and `XMM-Newton` are one.
    private static String mission(String facility) {
        return facility.startsWith("XMM") ? "XMM" : facility;
    }

    private static String word(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
