// SPDX-License-Identifier: Apache-2.0
package org.vo4he.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCheckTest {

    private static final HostCheck LOOPBACK = new HostCheck("127.0.0.1", Optional.empty());
    private static final HostCheck OPEN = new HostCheck("0.0.0.0", Optional.empty());
    private static final HostCheck PROXIED = new HostCheck("127.0.0.1", Optional.of("Archive.example.org"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]", "[::1]:8080"})
    void thisMachineIsBelievedUnderEveryNameOfItself(String host) {
        assertThat(LOOPBACK.believable(host)).isTrue();
        assertThat(LOOPBACK.mayChange(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.1@evil.example",
                "localhost:80:80",
                "localhost/",
                "",
                " localhost",
                "a\"b",
                "localhost:port",
                "[::1",
                "localhost\r\nX: y"
            })
    void anythingElseIsNotThisMachine(String host) {
        assertThat(LOOPBACK.believable(host)).isFalse();
        assertThat(LOOPBACK.mayChange(host)).isFalse();
    }

    @Test
    void aServerOnEveryAddressBelievesEveryProperHost() {
        assertThat(OPEN.believable("archive.example.org:8080")).isTrue();
        assertThat(OPEN.believable("archive<b>")).isFalse();
        assertThat(OPEN.mayChange("archive.example.org")).isTrue();
    }

    @Test
    void theConfiguredNameMayChangeThings() {
        assertThat(PROXIED.mayChange("archive.example.org")).isTrue();
        assertThat(PROXIED.mayChange("other.example.org")).isFalse();
    }

    @Test
    void onlyOurOwnPagesHaveOurOrigin() {
        assertThat(LOOPBACK.sameOrigin("http://localhost:8080", "localhost:8080"))
                .isTrue();
        assertThat(LOOPBACK.sameOrigin("http://localhost:9090", "localhost:8080"))
                .isFalse();
        assertThat(LOOPBACK.sameOrigin("null", "localhost:8080")).isFalse();
        assertThat(LOOPBACK.sameOrigin("http://evil.example", "localhost:8080")).isFalse();
        assertThat(LOOPBACK.sameOrigin("::", "localhost:8080")).isFalse();
        assertThat(PROXIED.sameOrigin("https://archive.example.org", "127.0.0.1:8080"))
                .isTrue();
    }

    @Test
    void aTokenMatchesItselfOnlyAndIsNeverShown() {
        Token token = Token.random();

        assertThat(token.matches(token.secret())).isTrue();
        assertThat(token.matches(Token.random().secret())).isFalse();
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThatThrownBy(() -> Token.of("guess")).hasMessageContaining("at least 16 characters");
    }
}
