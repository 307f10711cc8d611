// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// [PublisherDid] against RFC 3986, section 2, and RFC 4648, section 6, worked by hand.
class PublisherDidTest {

    private static final String PREFIX = "ivo://org.example/xmm?";

    @ParameterizedTest
    @CsvSource({
        "a.fits, a.fits",
        "sub/a_b-c~d.fits, sub/a_b-c~d.fits",
        "a b.fits, a%20b.fits",
        "a+b.fits, a%2Bb.fits",
        "100%.fits, 100%25.fits",
        "q?x=1&y#z.fits, q%3Fx%3D1%26y%23z.fits",
        "Größe.fits, Gr%C3%B6%C3%9Fe.fits",
        "☉.fits, %E2%98%89.fits",
        "𝛾.fits, %F0%9D%9B%BE.fits"
    })
    void onlyUnreservedCharactersAndSlashesStayAsTheyAre(String path, String encoded) throws Exception {
        assertThat(PublisherDid.ofFile(PREFIX, path, _ -> false)).isEqualTo(PREFIX + encoded);
    }

    @Test
    void theNameOfACollectionIsOneSegment() {
        assertThat(PublisherDid.prefix("org.example", "XMM 4/2")).isEqualTo("ivo://org.example/XMM%204%2F2?");
    }

    @Test
    void aTakenDidGetsTheFirstFreeNumber() throws Exception {
        Set<String> taken = new HashSet<>(Set.of(PREFIX + "a", PREFIX + "a~2"));

        assertThat(PublisherDid.ofFile(PREFIX, "a", taken::contains)).isEqualTo(PREFIX + "a~3");
    }

    @Test
    void aPeerIsNamedByItsExtension() {
        assertThat(PublisherDid.ofPeer(PREFIX + "a", "SPEC #1", 2)).isEqualTo(PREFIX + "a#SPEC%20%231,2");
        assertThat(PublisherDid.main(PREFIX + "a#SPEC,2")).isEqualTo(PREFIX + "a");
    }

    /// `printf 'ivo://org.example/xmm?a.fits' | sha256sum | xxd -r -p | base32 | tr A-Z a-z | cut -c1-10`
    @Test
    void theShortIdIsTheBase32OfTheSha256() {
        assertThat(PublisherDid.shortId("ivo://org.example/xmm?a.fits")).isEqualTo("56odrtzhps");
    }
}
