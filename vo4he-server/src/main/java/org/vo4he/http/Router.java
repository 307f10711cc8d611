// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

/// Where [Routes] say what they answer to.
///
/// A path is literal, or has parts in braces that match one segment (`/products/{id}`), or in angle brackets that match
/// the rest (`/doc/<page>`). Every GET also answers HEAD.
public interface Router {

    /// Failures below this router are told in this form.
    Router errorsAs(ErrorStyle style);

    /// The same in a form of the protocol's own.
    Router errorsAs(ErrorForm form);

    void get(String path, Handler handler);

    /// A POST that reads only: a form whose parameters join those of the URL.
    void post(String path, Handler handler);

    /// The same handler for GET and for a POSTed form, as DALI wants of every query.
    default void query(String path, Handler handler) {
        get(path, handler);
        post(path, handler);
    }

    /// A POST that changes something: reached only with a believable `Host`, no foreign `Origin`, and the token when
    /// the server has one.
    void change(String path, Handler handler);

    /// A POST by which a caller changes something of its own: reached only with a believable `Host` and no foreign
    /// `Origin`. Whether this caller may is for the handler to say.
    void act(String path, Handler handler);

    /// The same for the method DELETE.
    void delete(String path, Handler handler);

    /// How failures look to browsers; the last one registered is used.
    void errorPage(ErrorPage page);
}
