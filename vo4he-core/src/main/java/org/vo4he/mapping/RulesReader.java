// SPDX-License-Identifier: Apache-2.0
package org.vo4he.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;

/// Reads the YAML of a rules file, token by token, so that every value knows its line.
final class RulesReader {

    /// These are the publisher's business at harvest time, never a constant.
    private static final Set<ObsCoreColumn> PUBLISHERS = Set.of(
            ObsCoreColumn.OBS_PUBLISHER_DID,
            ObsCoreColumn.PUBLISHER_ID,
            ObsCoreColumn.ACCESS_URL,
            ObsCoreColumn.ACCESS_FORMAT,
            ObsCoreColumn.ACCESS_ESTSIZE);

    private static final String SHAPE = "expected 'rules:' and a list of entries with 'match', 'when' and 'set'";

    private final String file;
    private final JsonParser yaml;

    private RulesReader(String file, JsonParser yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    static List<Rule> read(String file, byte[] content) throws RulesException {
        try (JsonParser yaml = new YAMLFactory().createParser(content)) {
            return new RulesReader(file, yaml).rules();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new RulesException(
                    file, line, e.getOriginalMessage().lines().findFirst().orElse("no YAML"));
        } catch (IOException e) {
            throw new RulesException(file, "can't be read: " + e.getMessage(), e);
        }
    }

    private List<Rule> rules() throws IOException, RulesException {
        List<Rule> rules = new ArrayList<>();
        JsonToken first = yaml.nextToken();
        if (first == null) {
            return rules;
        }
        require(first == JsonToken.START_OBJECT, SHAPE);
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            require(yaml.currentName().equals("rules"), "'" + yaml.currentName() + "' is not known; " + SHAPE);
            require(yaml.nextToken() == JsonToken.START_ARRAY, "'rules' needs a list; " + SHAPE);
            while (yaml.nextToken() != JsonToken.END_ARRAY) {
                rules.add(rule());
            }
        }
        return rules;
    }

    private Rule rule() throws IOException, RulesException {
        require(yaml.currentToken() == JsonToken.START_OBJECT, "an entry needs 'match' and 'set'; " + SHAPE);
        int line = line();
        String match = null;
        List<Rule.Condition> conditions = new ArrayList<>();
        List<Rule.Setting> settings = new ArrayList<>();
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String field = yaml.currentName();
            yaml.nextToken();
            switch (field) {
                case "match" -> match = glob();
                case "when" -> conditions(conditions);
                case "set" -> settings(settings);
                default -> throw new RulesException(file, line(), "'" + field + "' is not known; " + SHAPE);
            }
        }
        if (match == null) {
            throw new RulesException(file, line, "the entry has no 'match'");
        }
        if (settings.isEmpty()) {
            throw new RulesException(file, line, "the entry for '" + match + "' sets nothing");
        }
        return new Rule(match, List.copyOf(conditions), List.copyOf(settings));
    }

    private String glob() throws IOException, RulesException {
        require(yaml.currentToken().isScalarValue(), "'match' needs a pattern such as \"*.evt*\"");
        String glob = yaml.getText();
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new RulesException(file, line(), "match '" + glob + "' is no pattern: " + e.getDescription());
        }
        return glob;
    }

    private void conditions(List<Rule.Condition> conditions) throws IOException, RulesException {
        require(yaml.currentToken() == JsonToken.START_OBJECT, "'when' needs keywords and values");
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String key = yaml.currentName();
            require(yaml.nextToken().isScalarValue(), "when " + key + " needs one value");
            conditions.add(new Rule.Condition(key, yaml.getText()));
        }
    }

    private void settings(List<Rule.Setting> settings) throws IOException, RulesException {
        require(yaml.currentToken() == JsonToken.START_OBJECT, "'set' needs columns and values");
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String name = yaml.currentName();
            int line = line();
            ObsCoreColumn column = ObsCoreColumn.named(name)
                    .orElseThrow(() -> new RulesException(file, line, "ObsCore 1.1 has no column '" + name + "'"));
            if (PUBLISHERS.contains(column)) {
                throw new RulesException(file, line, name + " is made by the harvest and can't be set");
            }
            require(yaml.nextToken().isScalarValue(), name + " needs one value");
            settings.add(new Rule.Setting(column, value(column)));
        }
    }

    private Value value(ObsCoreColumn column) throws IOException, RulesException {
        int line = line();
        if (yaml.currentToken() == JsonToken.VALUE_NULL) {
            if (column.need() == ObsCoreColumn.Need.NEVER_NULL) {
                throw new RulesException(file, line, column.columnName() + " may not be null");
            }
            return Value.absent(file + " line " + line + " says null");
        }
        try {
            return new Value(ConstantText.parse(column, yaml.getText()), new Origin.Rule(file, line));
        } catch (IllegalArgumentException wrong) {
            throw new RulesException(file, line, wrong.getMessage());
        }
    }

    private void require(boolean condition, String otherwise) throws RulesException {
        if (!condition) {
            throw new RulesException(file, line(), otherwise);
        }
    }

    private int line() {
        return yaml.currentTokenLocation().getLineNr();
    }
}
