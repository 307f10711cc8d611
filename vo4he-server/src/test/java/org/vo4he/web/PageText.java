// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads a page as XML.
final class PageText {

    private static final String DOCTYPE = "<!DOCTYPE html>\n";

    private PageText() {}

    static Document parse(String page) {
        if (!page.startsWith(DOCTYPE)) {
            throw new AssertionError("no page of HTML: " + page);
        }
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page.substring(DOCTYPE.length()))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + page, e);
        }
    }

    /// The text of each node that an XPath selects.
    static List<String> all(Document page, String xpath) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, page, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent());
            }
            return texts;
        } catch (XPathExpressionException e) {
            throw new AssertionError(xpath, e);
        }
    }

    /// The text of the one node that an XPath selects.
    static String text(Document page, String xpath) {
        List<String> all = all(page, xpath);
        if (all.size() != 1) {
            throw new AssertionError(xpath + " selects " + all);
        }
        return all.getFirst();
    }
}
