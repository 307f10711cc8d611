// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.vo4he.store.StoreException;
import org.vo4he.testkit.Browser;

/// Gives test classes what is slow to start and can be shared, because they only read: a [PagesArchive], the
/// [ServedExamples], a [Browser] as most people have it. Each is started when first asked for and ends with the run.
public final class StartedOnce implements ParameterResolver {

    private static final List<Class<?>> SHARED = List.of(PagesArchive.class, ServedExamples.class, Browser.class);

    /// What is shared, and the folder it works in.
    private record Started(Object shared, Closeable end, Path folder) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            end.close();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return SHARED.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Object shared = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(StartedOnce.class))
                .computeIfAbsent(type, StartedOnce::start, Started.class)
                .shared();
        if (shared instanceof Browser browser) {
            asMostHaveIt(browser);
        }
        return shared;
    }

    private static Started start(Class<?> type) {
        try {
            Path folder = Files.createTempDirectory("vo4he-shared");
            if (type == PagesArchive.class) {
                PagesArchive archive = PagesArchive.start(folder);
                return new Started(archive, archive::close, folder);
            }
            if (type == ServedExamples.class) {
                ServedExamples examples = ServedExamples.start(folder);
                return new Started(examples, examples::close, folder);
            }
            Browser browser = Browser.start();
            return new Started(browser, browser::close, folder);
        } catch (IOException | StoreException e) {
            throw new AssertionError(type.getSimpleName() + " does not start", e);
        }
    }

    private static void asMostHaveIt(Browser browser) {
        browser.unreachable();
        browser.runScripts(true);
        browser.preferDark(false);
        browser.resize(1280, 1000);
        browser.requests();
        browser.complaints();
    }
}
