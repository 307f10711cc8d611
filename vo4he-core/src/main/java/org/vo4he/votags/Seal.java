// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import org.vo4he.obscore.ObsCoreColumn;

/// Ties a recorded origin to the value it was recorded for: a value that was edited since breaks the seal.
final class Seal {

    private Seal() {}

    /// CRC-32 of the value's text, 8 hexadecimal digits.
    static String of(Object value) {
        CRC32 crc = new CRC32();
        crc.update(value.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /// Of all values that are no publisher's.
    static String ofTags(Map<ObsCoreColumn, ?> values) {
        StringBuilder text = new StringBuilder(2048);
        for (ObsCoreColumn column : ObsCoreColumn.values()) {
            Object value = values.get(column);
            if (value != null && !VoTagsKeyword.PUBLISHER_COLUMNS.contains(column)) {
                text.append(column.columnName()).append('=').append(value).append('\n');
            }
        }
        return of(text);
    }
}
