// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Value;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Product;

/// What a file is, for a person: each value with its origin, then what is not stated and why, then the findings.
final class DescriptionText {

    private DescriptionText() {}

    static void print(FileDescription description, WrittenCards cards, PrintWriter out) {
        out.println(description.file() + ": " + DescriptionJson.word(description.outcome()));
        for (Product product : description.products()) {
            out.println();
            print(product, cards, out);
        }
        if (!description.findings().isEmpty()) {
            out.println();
            out.println("Findings");
            description.findings().forEach(finding -> Wrapped.print(out, "  ", finding.toString()));
        }
    }

    private static void print(Product product, WrittenCards cards, PrintWriter out) {
        out.println(Terminal.strong(
                "HDU " + product.hduIndex() + " " + product.hduName() + ": " + DescriptionJson.word(product.role())));
        Map<ObsCoreColumn, Value> values = product.row().values();
        values.forEach((column, value) -> {
            if (value.isPresent()) {
                String unit = column.unit().isEmpty() ? "" : " " + column.unit();
                line(out, column.columnName(), value.value() + unit, origin(value) + cards.written(value.origin()));
            }
        });
        product.nativeValues().forEach((keyword, text) -> line(out, keyword, text, "as written in the file"));
        product.calibration()
                .forEach(input -> line(out, input.keyword(), input.value(), "calibration: " + input.kind()));
        product.references()
                .forEach(reference -> line(out, reference.keyword(), reference.name(), "names another file"));
        product.declared()
                .forEach((column, text) -> line(out, column.columnName(), text, "declared by the file's tags"));
        out.println("  Not stated:");
        values.forEach((column, value) -> {
            if (!value.isPresent()) {
                line(out, column.columnName(), "-", origin(value));
            }
        });
    }

    private static String origin(Value value) {
        return value.origin().kind() + ": " + value.origin().detail();
    }

    private static void line(PrintWriter out, String name, String value, String remark) {
        String line = String.format(Locale.ROOT, "  %-20s %-32s %s", name, value, remark);
        if (line.length() <= Wrapped.width()) {
            out.println(line.substring(0, line.length() - remark.length()) + Terminal.faint(remark));
        } else {
            Wrapped.print(out, String.format(Locale.ROOT, "  %-20s ", name), value);
            Wrapped.print(out, " ".repeat(25), remark);
        }
    }
}
