package org.colloquy.account;

import java.util.Collection;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All members. */
interface Members extends Repository<Member, Long> {

    Member saveAndFlush(Member member);

    Optional<Member> findById(long id);

    Optional<Member> findByHandleKey(String key);

    boolean existsByRoleIn(Collection<Role> roles);
}
