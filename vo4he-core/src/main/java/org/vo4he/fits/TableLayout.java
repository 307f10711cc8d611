// SPDX-License-Identifier: Apache-2.0
package org.vo4he.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// TFIELDS, TFORMn, TBCOLn … -> columns.
final class TableLayout {

    private static final Pattern BINARY = Pattern.compile("(\\d*)([LXBIJKAEDCM])[^PQ]*|([01]?)([PQ])([LXBIJKAEDCM]).*");
    private static final Pattern ASCII = Pattern.compile("([AIFED])(\\d+)(?:\\.\\d+)?.*");
    /// Types of which one fills a cell.
    private static final String SINGLE = "LBIJKAEDCM";

    private static final int MOST_COLUMNS = 999;

    private TableLayout() {}

    /// @param fault told the keyword and a sentence; the columns from there on are left out
    static List<TableColumn> of(FitsHeader header, boolean ascii, BiConsumer<String, String> fault) {
        long fields = header.integer("TFIELDS").orElse(-1L);
        if (fields < 0 || fields > MOST_COLUMNS) {
            fault.accept("TFIELDS", "is " + header.text("TFIELDS").orElse("absent") + ", not a number from 0 to 999");
            return List.of();
        }
        List<TableColumn> columns = new ArrayList<>();
        long offset = 0;
        for (int n = 1; n <= fields; n++) {
            TableColumn column = ascii ? asciiColumn(header, n) : binaryColumn(header, n, offset);
            if (column == null) {
                fault.accept(
                        "TFORM" + n, "is '" + header.text("TFORM" + n).orElse("") + "', which is no column format");
                break;
            }
            columns.add(column);
            offset += column.width();
            if (offset > Integer.MAX_VALUE) {
                fault.accept("TFORM" + n, "makes a row longer than 2 GiB");
                break;
            }
        }
        return List.copyOf(columns);
    }

    private static TableColumn binaryColumn(FitsHeader header, int n, long offset) {
        String format = header.text("TFORM" + n).orElse("").toUpperCase(java.util.Locale.ROOT);
        if (format.length() == 1 && SINGLE.indexOf(format.charAt(0)) >= 0) {
            char type = format.charAt(0);
            return column(header, n, type, 1, ' ', (int) offset, bytes(type));
        }
        Matcher form = BINARY.matcher(format);
        if (!form.matches()) {
            return null;
        }
        boolean variable = form.group(4) != null;
        String count = variable ? form.group(3) : form.group(1);
        if (count.length() > 9) {
            return null;
        }
        int repeat = count.isEmpty() ? 1 : Integer.parseInt(count);
        char type = (variable ? form.group(5) : form.group(2)).charAt(0);
        char descriptor = variable ? form.group(4).charAt(0) : ' ';
        long width = switch (descriptor) {
            case 'P' -> 8L * repeat;
            case 'Q' -> 16L * repeat;
            default -> type == 'X' ? (repeat + 7) / 8 : (long) repeat * bytes(type);
        };
        return width > Integer.MAX_VALUE
                ? null
                : column(header, n, type, repeat, descriptor, (int) offset, (int) width);
    }

    private static TableColumn asciiColumn(FitsHeader header, int n) {
        Matcher form = ASCII.matcher(header.text("TFORM" + n).orElse("").toUpperCase(java.util.Locale.ROOT));
        long start = header.integer("TBCOL" + n).orElse(0L);
        if (!form.matches() || form.group(2).length() > 9 || start < 1 || start > Integer.MAX_VALUE) {
            return null;
        }
        int width = Integer.parseInt(form.group(2));
        char type = form.group(1).charAt(0);
        return column(header, n, type == 'A' ? 'A' : 'D', type == 'A' ? width : 1, ' ', (int) start - 1, width);
    }

    private static TableColumn column(
            FitsHeader header, int n, char type, int repeat, char variable, int offset, int width) {
        return new TableColumn(
                n,
                header.text("TTYPE" + n).orElse(""),
                type,
                repeat,
                variable,
                offset,
                width,
                header.text("TUNIT" + n),
                header.number("TSCAL" + n).orElse(1.0),
                header.number("TZERO" + n).orElse(0.0),
                header.integer("TNULL" + n));
    }

    static int bytes(char type) {
        return switch (type) {
            case 'L', 'B', 'A', 'X' -> 1;
            case 'I' -> 2;
            case 'J', 'E' -> 4;
            case 'K', 'D', 'C' -> 8;
            case 'M' -> 16;
            default -> throw new IllegalArgumentException("no column type '" + type + "'");
        };
    }
}
