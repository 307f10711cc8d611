// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The sentence in a TAP error document (DALI 1.1, section 4.4.2): the text of the INFO named QUERY_STATUS.
final class TapError {

    private TapError() {}

    static String message(InputStream document) throws IOException {
        byte[] content = document.readAllBytes();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("INFO")
                        && "QUERY_STATUS".equals(xml.getAttributeValue(null, "name"))) {
                    return xml.getElementText().strip();
                }
            }
        } catch (XMLStreamException _) {
            // Not the document TAP prescribes: a proxy's page, say. It is shown as it is.
        }
        return new String(content, StandardCharsets.UTF_8).strip();
    }
}
