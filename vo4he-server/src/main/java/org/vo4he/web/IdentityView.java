// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import static org.vo4he.web.Html.element;

import org.vo4he.store.ProductRecord;
import org.vo4he.web.Html.Element;

/// By what a product is known: to the world, on the disk, to who looks for copies.
record IdentityView(ProductRecord product) {

    Element html() {
        Element list = element("dl").with("class", "identity");
        term(list, "Publisher DID", product.did());
        term(list, "File", product.path());
        term(list, "HDU", product.hduIndex() + " " + product.hduName());
        product.declaredDid().ifPresent(did -> term(list, "Declared DID", did));
        product.fingerprint().ifPresent(hash -> term(list, "Fingerprint", hash));
        return element("section")
                .with("aria-labelledby", "identity")
                .add(element("h2", "Identity").with("id", "identity"))
                .add(list);
    }

    private static void term(Element list, String name, String value) {
        list.add(element("dt", name)).add(element("dd").add(element("code", value)));
    }
}
