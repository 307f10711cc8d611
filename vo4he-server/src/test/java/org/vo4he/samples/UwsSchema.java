// SPDX-License-Identifier: Apache-2.0
package org.vo4he.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.vo4he.testkit.Judges;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The schema of UWS 1.1 as STILTS carries it, in this process: a document costs no second one.
public final class UwsSchema {

    private static final Path JAR = Path.of("/usr/share/java/starlink-ttools.jar");
    private static final String FOLDER = "jar:" + JAR.toUri() + "!/uk/ac/starlink/ttools/taplint/";

    private final Schema schema;

    private UwsSchema(Schema schema) {
        this.schema = schema;
    }

    public static UwsSchema read() throws Exception {
        Judges.require(Judges.Judge.STILTS);
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        SAXParserFactory parsers = SAXParserFactory.newInstance();
        parsers.setNamespaceAware(true);
        return new UwsSchema(factory.newSchema(new Source[] {
            source(parsers, "xmlnamespace.xsd"), source(parsers, "xlink.xsd"), source(parsers, "UWS-v1.1.xsd")
        }));
    }

    /// Whatever the schema imports by an address of the web is there by its namespace already.
    private static Source source(SAXParserFactory parsers, String name)
            throws IOException, SAXException, ParserConfigurationException {
        try (InputStream in = URI.create(FOLDER + name).toURL().openStream()) {
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .replaceAll("(<xs:import[^>]*?)\\s+schemaLocation=\"http[^\"]*\"", "$1");
            return new SAXSource(parsers.newSAXParser().getXMLReader(), new InputSource(new StringReader(text)));
        }
    }

    /// What is wrong with a document.
    public Optional<String> fault(String document) throws IOException {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(document)));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(e.getMessage());
        }
    }
}
