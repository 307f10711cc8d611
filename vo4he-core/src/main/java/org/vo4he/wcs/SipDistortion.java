// SPDX-License-Identifier: Apache-2.0
package org.vo4he.wcs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.fits.FitsHeader;

/// The distortion that Spitzer and Hubble write (SIP: Shupe et al. 2005, ASP 347, 491): polynomials that move a
/// pixel before the linear part.
///
/// @param first the terms for the first axis, cards A_p_q
/// @param second the terms for the second axis, cards B_p_q
record SipDistortion(List<Term> first, List<Term> second) {

    static final SipDistortion NONE = new SipDistortion(List.of(), List.of());

    private static final int HIGHEST_ORDER = 9;

    record Term(int p, int q, double factor) {}

    /// @return NONE when the header has no A_ORDER or B_ORDER
    static SipDistortion of(FitsHeader header) {
        List<Term> first = terms(header, "A");
        List<Term> second = terms(header, "B");
        return first.isEmpty() && second.isEmpty() ? NONE : new SipDistortion(first, second);
    }

    private static List<Term> terms(FitsHeader header, String letter) {
        Optional<Long> order = header.integer(letter + "_ORDER").filter(n -> n > 0 && n <= HIGHEST_ORDER);
        List<Term> terms = new ArrayList<>();
        for (int p = 0; order.isPresent() && p <= order.get(); p++) {
            for (int q = 0; p + q <= order.get(); q++) {
                int powerP = p;
                int powerQ = q;
                header.number(letter + "_" + p + "_" + q)
                        .ifPresent(factor -> terms.add(new Term(powerP, powerQ, factor)));
            }
        }
        return List.copyOf(terms);
    }

    double movedFirst(double u, double v) {
        return u + sum(first, u, v);
    }

    double movedSecond(double u, double v) {
        return v + sum(second, u, v);
    }

    private static double sum(List<Term> terms, double u, double v) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.factor * Math.pow(u, term.p) * Math.pow(v, term.q);
        }
        return sum;
    }
}
