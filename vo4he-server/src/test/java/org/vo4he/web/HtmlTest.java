// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vo4he.web.Html.element;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void textNeverBecomesMarkup() {
        assertThat(element("p", "<script>alert('x')</script> & more").markup())
                .isEqualTo("<p>&lt;script&gt;alert('x')&lt;/script&gt; &amp; more</p>");
    }

    @Test
    void anAttributeNeverEndsEarly() {
        assertThat(element("a").with("href", "?q=\"><script>&x").markup())
                .isEqualTo("<a href=\"?q=&quot;&gt;&lt;script&gt;&amp;x\"></a>");
    }

    @Test
    void whatXmlCannotHoldIsReplacedAndOtherTextIsKept() {
        assertThat(Html.text("a\0b\uD800c\u0001 é😀\n").markup()).isEqualTo("a\uFFFDb\uFFFDc\uFFFD é😀\n");
    }

    @Test
    void elementsWithoutContentAreClosedAsHtmlWants() {
        assertThat(element("br").markup()).isEqualTo("<br />");
        assertThat(element("td").markup()).isEqualTo("<td></td>");
        assertThat(element("option")
                        .flag("selected", true)
                        .flag("disabled", false)
                        .markup())
                .isEqualTo("<option selected=\"selected\"></option>");
    }
}
