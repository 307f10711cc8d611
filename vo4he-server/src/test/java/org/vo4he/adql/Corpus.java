// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.vo4he.testkit.SharedData;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The official ADQL 2.1 test queries of the IVOA (github.com/ivoa/lyonetia).
final class Corpus {

    /// One query.
    ///
    /// @param id file and place in it, as identifiers occur twice
    /// @param declared names of the functions that it expects beside those of the standard
    record Example(String id, String adql, boolean valid, Set<String> declared) {

        @Override
        public String toString() {
            return id;
        }
    }

    private Corpus() {}

    static List<Example> examples() throws Exception {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedData.file("corpora/adql"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                examples.addAll(examples(file));
            }
        }
        return examples;
    }

    private static List<Example> examples(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        Set<String> everywhere = new HashSet<>();
        for (Element child : children(root, "functions")) {
            everywhere.addAll(declared(child));
        }
        List<Example> examples = new ArrayList<>();
        for (Element query : children(root, "query")) {
            Element adql = children(query, "adql").getFirst();
            Set<String> declared = new HashSet<>(everywhere);
            declared.addAll(declared(query));
            String id = file.getFileName() + " " + (examples.size() + 1);
            examples.add(
                    new Example(id, adql.getTextContent(), Boolean.parseBoolean(adql.getAttribute("valid")), declared));
        }
        return examples;
    }

    private static Set<String> declared(Element within) {
        Set<String> names = new HashSet<>();
        NodeList forms = within.getElementsByTagName("form");
        for (int i = 0; i < forms.getLength(); i++) {
            String form = forms.item(i).getTextContent().strip();
            names.add(form.substring(0, form.indexOf('(')).toUpperCase(Locale.ROOT));
        }
        return names;
    }

    private static List<Element> children(Element parent, String tag) {
        List<Element> children = new ArrayList<>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(tag)) {
                children.add(element);
            }
        }
        return children;
    }
}
