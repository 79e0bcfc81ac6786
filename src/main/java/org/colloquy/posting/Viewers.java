package org.colloquy.posting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells controllers who looks. Comments posted without a name are remembered in the session only, so that their author
 * sees them while they wait and may take them back, and nothing ties them to a name for longer.
 */
@Component
class Viewers implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String OWN = Viewers.class.getName() + ".own";

    /** Who sent the request, if they hold a handle or signed in. */
    static @Nullable SignedIn signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn you ? you : null;
    }

    /** Lets the rest of this session see that comment while it waits, change it for a while, and take it back. */
    static void remember(HttpServletRequest request, long comment) {
        HttpSession session = request.getSession();
        Set<Long> own = new HashSet<>(own(session));
        own.add(comment);
        session.setAttribute(OWN, Set.copyOf(own));
    }

    @SuppressWarnings("unchecked")
    private static Set<Long> own(@Nullable HttpSession session) {
        Object own = session == null ? null : session.getAttribute(OWN);
        return own == null ? Set.of() : (Set<Long>) own;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Viewer resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        SignedIn you = signedIn();
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return new Viewer(
                you == null ? null : you.member(), you != null && you.moderates(), own(servlet.getSession(false)));
    }
}
