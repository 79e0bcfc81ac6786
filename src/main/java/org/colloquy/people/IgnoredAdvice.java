package org.colloquy.people;

import jakarta.servlet.http.HttpServletRequest;
import org.colloquy.discussion.Viewer;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page that draws comments folds those of whom its reader ignores. */
@ControllerAdvice
class IgnoredAdvice {

    private final Ignoring ignoring;

    IgnoredAdvice(Ignoring ignoring) {
        this.ignoring = ignoring;
    }

    @ModelAttribute("ignored")
    Ignored ignored(Viewer viewer, HttpServletRequest request) {
        return ignoring.of(viewer, request);
    }
}
