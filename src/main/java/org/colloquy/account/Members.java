package org.colloquy.account;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All members. */
interface Members extends Repository<Member, Long> {

    Member saveAndFlush(Member member);

    Optional<Member> findById(long id);

    /** And keeps others from changing it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Member m where m.id = :id")
    Optional<Member> lock(long id);

    /** All with that role, and keeps others from changing them: in one order, so that two who do so wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Member m where m.role = :role order by m.id")
    List<Member> lock(Role role);

    /** Without reading the member: whoever locks them afterwards reads them as they are then. */
    boolean existsByIdAndRole(long id, Role role);

    Optional<Member> findByHandleKey(String key);

    Optional<Member> findByPasskeyUser(String id);

    List<Member> findByRoleInOrderById(Collection<Role> roles);

    /**
     * Puts another recovery code in place of one that is used up.
     *
     * @return 1, or 0 where that is not the member's code: of two who use it at once, one comes too late
     */
    @Modifying
    @Query("update Member m set m.recoveryHash = :next where m.id = :member and m.recoveryHash = :used")
    int useRecoveryCode(long member, String used, String next);

    boolean existsByRoleIn(Collection<Role> roles);

    boolean existsByRoleInAndIdNot(Collection<Role> roles, long id);
}
