// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

/// A fixed set of files from the class path, read once. A name that is not in the set is not found, whatever it looks
/// like: no name reaches the file system.
public final class StaticResources {

    private record Resource(String contentType, byte[] content, String etag) {
        // The array never leaves this file.
        @Override
        public boolean equals(Object other) {
            return other instanceof Resource resource && etag.equals(resource.etag);
        }

        @Override
        public int hashCode() {
            return etag.hashCode();
        }
    }

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "json", "application/json",
            "html", "text/html;charset=utf-8",
            "txt", "text/plain;charset=utf-8");

    private final Map<String, Resource> resources = new HashMap<>();

    /// @param anchor the class beside which the files lie
    /// @throws IllegalArgumentException when one is missing or has an ending this class has no media type for
    public StaticResources(Class<?> anchor, String... names) {
        for (String name : names) {
            resources.put(name, load(name, anchor.getResourceAsStream(name), "beside " + anchor.getName()));
        }
    }

    /// Adds a file of a library that comes as a web jar (`org.webjars.npm`), whose version the build alone knows.
    ///
    /// @param name under which it is served
    /// @param path inside the library: `dist/uPlot.min.css`
    /// @throws IllegalArgumentException when the library or the file is missing
    public StaticResources withLibraryFile(String name, String library, String path) {
        ClassLoader loader = StaticResources.class.getClassLoader();
        String properties = "META-INF/maven/org.webjars.npm/" + library + "/pom.properties";
        Properties maven = new Properties();
        try (InputStream in = loader.getResourceAsStream(properties)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no web jar of " + library + " on the class path");
            }
            maven.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String file = "META-INF/resources/webjars/" + library + "/" + maven.getProperty("version") + "/" + path;
        resources.put(name, load(name, loader.getResourceAsStream(file), "in the web jar of " + library));
        return this;
    }

    /// The answer to a request for this name; the browser may keep it and asks with its ETag.
    public Response serve(Request request, String name) {
        Resource resource = resources.get(name);
        if (resource == null) {
            throw new ServiceException.NotFound("there is no file " + Parameters.quoted(name) + " here");
        }
        Response response = request.knows(resource.etag())
                ? Response.empty(304)
                : Response.bytes(resource.contentType(), resource.content());
        return response.header("ETag", resource.etag()).header("Cache-Control", "no-cache");
    }

    private static Resource load(String name, InputStream opened, String where) {
        String contentType = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (contentType == null) {
            throw new IllegalArgumentException("no media type is known for the resource " + name);
        }
        try (InputStream in = opened) {
            if (in == null) {
                throw new IllegalArgumentException("there is no resource " + name + " " + where);
            }
            byte[] content = in.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new Resource(contentType, content, '"' + HexFormat.of().formatHex(hash, 0, 16) + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
