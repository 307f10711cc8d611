// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// [Base64Text] against the JDK's decoder.
class Base64TextTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 56, 57, 58, 14_591, 14_592, 14_593, 29_184, 100_000})
    void whatWasWrittenInAnyPiecesIsReadBack(int length) throws IOException {
        Random random = new Random(length);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        StringWriter text = new StringWriter();
        try (Base64Text out = new Base64Text(text)) {
            while (written.size() < length) {
                byte[] piece = new byte[Math.min(length - written.size(), 1 + random.nextInt(20_000))];
                random.nextBytes(piece);
                written.writeBytes(piece);
                out.write(piece[0]);
                out.write(piece, 1, piece.length - 1);
                if (random.nextInt(3) == 0) {
                    out.flush();
                }
            }
        }

        assertThat(Base64.getMimeDecoder().decode(text.toString())).isEqualTo(written.toByteArray());
        assertThat(text.toString().lines()).allMatch(line -> line.length() <= 76 && line.length() % 4 == 0);
        assertThat(text.toString().replaceAll("=+\n$", "")).doesNotContain("=");
    }
}
