// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vo4he.testkit.Browser;

/// [PagesArchive] in the hands of chromium.
@Timeout(180)
@ExtendWith(StartedOnce.class)
class BrowsingTest {

    private static PagesArchive archive;
    private static Browser browser;

    @BeforeAll
    static void open(PagesArchive sharedArchive, Browser sharedBrowser) {
        archive = sharedArchive;
        browser = sharedBrowser;
    }

    @Test
    void aPersonSearchesAndOpensAProduct() {
        browser.open(archive.url() + "/");
        browser.type("#search-position", "05:34:32 +22:00:52");
        browser.type("#search-energy-from", "1");
        browser.follow("form button");

        assertThat(browser.text("h1")).isEqualTo("1 product");

        browser.follow(".results tbody td a");

        assertThat(browser.url()).isEqualTo(archive.productPage("events/crab.fits"));
        assertThat(browser.text("h1")).isEqualTo("Crab");
        assertThat(browser.text(".facts")).contains("EPIC-PN").contains("0.2–12 keV");
        assertThat(browser.attribute(".doors .primary", "href")).startsWith("/files?ID=ivo%3A");
        browser.click("details summary");
        assertThat(browser.text("details")).contains("no PROPOSID card in PRIMARY or EVENTS");
    }

    @Test
    void anAttackInATargetNameIsOnlyText() {
        browser.open(archive.url() + "/search?type=image");
        browser.follow(".results tbody td a");

        assertThat(browser.text("h1")).isEqualTo(PagesArchive.ATTACK);
        assertThat(browser.script("return [...document.scripts].filter(each => !each.src).length")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("org.vo4he.web.WebPagesTest#everyPage")
    void noPageIsWiderThanItsWindow(String path) {
        browser.open(archive.url() + path);
        browser.script("document.querySelectorAll('details').forEach(each => each.open = true)");

        for (int width : new int[] {360, 768, 960, 1100, 1280}) {
            browser.resize(width, 844);
            assertThat(browser.script("return document.documentElement.scrollWidth - window.innerWidth")
                            .asInt())
                    .as("pixels too many at a width of " + width)
                    .isLessThanOrEqualTo(0);
        }
    }
}
