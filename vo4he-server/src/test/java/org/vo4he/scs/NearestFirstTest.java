// SPDX-License-Identifier: Apache-2.0
package org.vo4he.scs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vo4he.votable.Datatype;
import org.vo4he.votable.Field;
import org.vo4he.votable.Head;
import org.vo4he.votable.TableFormat;

/// [NearestFirst] before a CSV writer.
class NearestFirstTest {

    private static final Head HEAD = Head.of(List.of(
            new Field("n", Datatype.INT, "", "", "", "", "", ""),
            new Field("separation", Datatype.DOUBLE, "", "", "", "", "", "")));

    @Test
    void aSmallAnswerComesInOrder() throws IOException {
        assertThat(numbersOf(3)).containsExactly("2", "1", "0");
        assertThat(numbersOf(NearestFirst.MOST_ROWS)).first().isEqualTo("1999");
    }

    @Test
    void aLargeAnswerComesWholeAndAsItIs() throws IOException {
        List<String> numbers = numbersOf(2 * NearestFirst.MOST_ROWS);

        assertThat(numbers)
                .isEqualTo(IntStream.range(0, 4000).mapToObj(Integer::toString).toList());
    }

    /// Rows 0, 1, … whose separations shrink, in the order they come out.
    private static List<String> numbersOf(int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NearestFirst writer = new NearestFirst(TableFormat.CSV.writer(out));
        Object[] reused = new Object[2];
        writer.begin(HEAD);
        for (int i = 0; i < rows; i++) {
            reused[0] = i;
            reused[1] = 180.0 - i / 100.0;
            writer.row(reused);
        }
        writer.end();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst(",.*", ""))
                .toList();
    }
}
