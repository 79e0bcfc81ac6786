package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where a form is shown again, with what was typed, after its token was refused. */
public interface ExpiredForm {

    /** The address that shows the form again, if the refused request came from a form of this kind. */
    Optional<String> shownAt(HttpServletRequest refused);
}
