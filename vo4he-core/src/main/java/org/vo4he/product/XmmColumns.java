// SPDX-License-Identifier: Apache-2.0
package org.vo4he.product;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vo4he.energy.EnergyBand;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.ObsCoreRow;
import org.vo4he.obscore.Origin;

/// What the name of a product of XMM-Newton's pipeline adds to a row, where the content does not contradict it: the
/// subtype, and the energies of images whose headers don't state them.
final class XmmColumns {

    private XmmColumns() {}

    static void fill(XmmName name, ObsCoreRow.Builder row) {
        XmmProductType.of(name).ifPresent(type -> {
            String from = "file name of XMM-Newton's pipeline, " + type.inWords();
            if (isOfType(row, type)) {
                row.set(ObsCoreColumn.DATAPRODUCT_SUBTYPE, name.type(), new Origin.Derived(from));
                if (type.subset() == XmmProductType.Subset.BAND && holdsPixels(type)) {
                    energies(name.subset(), row);
                }
            } else if (!row.get(ObsCoreColumn.DATAPRODUCT_SUBTYPE).isPresent()) {
                row.absent(ObsCoreColumn.DATAPRODUCT_SUBTYPE, "the " + from + ", is contradicted by the content");
            }
        });
    }

    /// The planes of an image may be an axis of a cube.
    private static boolean isOfType(ObsCoreRow.Builder row, XmmProductType type) {
        Object content = row.get(ObsCoreColumn.DATAPRODUCT_TYPE).value();
        return content == null
                || type.dataproductType().isEmpty()
                || type.dataproductType().get().equals(content)
                || holdsPixels(type) && content.equals("cube");
    }

    private static boolean holdsPixels(XmmProductType type) {
        return type.dataproductType().equals(Optional.of("image"));
    }

    /// Only of a band that was never defined otherwise.
    private static void energies(char band, ObsCoreRow.Builder row) {
        List<XmmBand> definitions = XmmBand.definitions(band);
        if (row.get(ObsCoreColumn.EM_MIN).isPresent()
                || row.get(ObsCoreColumn.EM_MAX).isPresent()
                || definitions.isEmpty()) {
            return;
        }
        Optional<XmmBand> agreed = XmmBand.unambiguous(band);
        if (agreed.isPresent()) {
            Origin origin = new Origin.Derived("band " + band + " in the file name of XMM-Newton's pipeline: "
                    + agreed.get().lowKev() + "-" + agreed.get().highKev() + " keV by every definition");
            EnergyBand energies =
                    new EnergyBand(agreed.get().lowKev(), agreed.get().highKev());
            row.set(ObsCoreColumn.EM_MIN, energies.shortestWavelengthMetres(), origin);
            row.set(ObsCoreColumn.EM_MAX, energies.longestWavelengthMetres().orElseThrow(), origin);
        } else {
            String why = "band " + band + " in the file name may be "
                    + definitions.stream().map(XmmBand::inWords).collect(Collectors.joining(" or "));
            row.absent(ObsCoreColumn.EM_MIN, why);
            row.absent(ObsCoreColumn.EM_MAX, why);
        }
    }
}
