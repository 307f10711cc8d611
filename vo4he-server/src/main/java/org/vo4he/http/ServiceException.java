// SPDX-License-Identifier: Apache-2.0
package org.vo4he.http;

import java.util.Objects;

/// Why a request can't be answered, and by whose fault. The message is one sentence for the caller, with the value
/// found.
public abstract sealed class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ServiceException(String message, Throwable cause) {
        super(Objects.requireNonNull(message), cause);
    }

    /// The request is wrong: a parameter, a query.
    public static final class Usage extends ServiceException {
        private static final long serialVersionUID = 1L;

        public Usage(String message) {
            super(message, null);
        }
    }

    /// The request is not allowed: token, `Host` or `Origin`.
    public static final class Refused extends ServiceException {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message, null);
        }
    }

    /// Nobody knows who is asking: a token is missing, or not known.
    public static final class Unidentified extends ServiceException {
        private static final long serialVersionUID = 1L;

        public Unidentified(String message) {
            super(message, null);
        }
    }

    /// There is no such thing here.
    public static final class NotFound extends ServiceException {
        private static final long serialVersionUID = 1L;

        public NotFound(String message) {
            super(message, null);
        }
    }

    /// What the request builds on is not as it was.
    public static final class Conflict extends ServiceException {
        private static final long serialVersionUID = 1L;

        public Conflict(String message) {
            super(message, null);
        }
    }

    /// There was such a thing here, and it was withdrawn.
    public static final class Gone extends ServiceException {
        private static final long serialVersionUID = 1L;

        public Gone(String message) {
            super(message, null);
        }
    }

    /// It is here, and can't be had at the moment.
    public static final class Unavailable extends ServiceException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message) {
            super(message, null);
        }
    }

    /// The body of the request is of a type that is not read here.
    public static final class UnsupportedType extends ServiceException {
        private static final long serialVersionUID = 1L;

        public UnsupportedType(String message) {
            super(message, null);
        }
    }

    /// A limit of this installation.
    public static final class Limit extends ServiceException {
        private static final long serialVersionUID = 1L;

        private final Kind kind;

        public Limit(Kind kind, String message) {
            super(message, null);
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }
    }

    /// What there was too much of.
    public enum Kind {
        /// bytes, characters or values in the request
        SIZE,
        /// seconds
        TIME,
        /// requests at once
        LOAD,
        /// requests of one caller
        SHARE
    }

    /// Our own fault. The caller sees the message only; the cause goes to the log.
    public static final class Internal extends ServiceException {
        private static final long serialVersionUID = 1L;

        public Internal(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// The HTTP status of each kind (RFC 9110, section 15).
    public int status() {
        return switch (this) {
            case Usage _ -> 400;
            case Unidentified _ -> 401;
            case Refused _ -> 403;
            case NotFound _ -> 404;
            case Conflict _ -> 409;
            case Gone _ -> 410;
            case UnsupportedType _ -> 415;
            case Unavailable _ -> 503;
            case Limit limit ->
                switch (limit.kind()) {
                    case SIZE -> 413;
                    case SHARE -> 429;
                    case TIME, LOAD -> 503;
                };
            case Internal _ -> 500;
        };
    }
}
