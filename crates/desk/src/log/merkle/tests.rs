#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")]
use super::*;
use proptest::prelude::*;

/// The definition, word for word (RFC 9162, section 2.1.1).
fn naive_root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(naive_split(leaves.len()));
            node_hash(&naive_root(left), &naive_root(right))
        }
    }
}

fn naive_split(n: usize) -> usize {
    let mut k = 1;
    while k * 2 < n {
        k *= 2;
    }
    k
}

/// RFC 9162, section 2.1.3.1.
fn naive_inclusion(index: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() == 1 {
        return Vec::new();
    }
    let k = naive_split(leaves.len());
    let (left, right) = leaves.split_at(k);
    let (mut path, last) = if index < k {
        (naive_inclusion(index, left), naive_root(right))
    } else {
        (naive_inclusion(index - k, right), naive_root(left))
    };
    path.push(last);
    path
}

/// RFC 9162, section 2.1.4.1.
fn naive_consistency(old: usize, leaves: &[Hash], whole: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if whole { Vec::new() } else { vec![naive_root(leaves)] };
    }
    let k = naive_split(leaves.len());
    let (left, right) = leaves.split_at(k);
    let (mut path, last) = if old <= k {
        (naive_consistency(old, left, whole), naive_root(right))
    } else {
        (naive_consistency(old - k, right, false), naive_root(left))
    };
    path.push(last);
    path
}

fn leaves(n: usize) -> Vec<Hash> {
    (1..=n)
        .map(|i| leaf_hash(i64::try_from(i).unwrap(), &[u8::try_from(i % 251).unwrap(); 32]))
        .collect()
}

fn frontier(leaves: &[Hash]) -> Frontier {
    let mut frontier = Frontier::new();
    leaves.iter().for_each(|leaf| frontier.push(*leaf));
    frontier
}

fn range_root(leaves: &[Hash], range: &Range<u64>) -> Hash {
    let roots: Vec<Hash> = perfect_subtrees(range)
        .into_iter()
        .map(|s| {
            let from = usize::try_from(s.index << s.height).unwrap();
            perfect_root(&leaves[from..from + (1 << s.height)]).unwrap()
        })
        .collect();
    fold(&roots).unwrap()
}

#[test]
fn every_small_tree_agrees_with_the_definition() {
    let all = leaves(70);
    for n in 0..=70 {
        assert_eq!(frontier(&all[..n]).root(), naive_root(&all[..n]), "size {n}");
    }
}

#[test]
fn what_is_outside_the_tree_has_no_proof() {
    assert_eq!(inclusion_path(0, 0), None);
    assert_eq!(inclusion_path(5, 5), None);
    assert_eq!(consistency_path(0, 5), None);
    assert_eq!(consistency_path(6, 5), None);
    assert_eq!(perfect_root(&leaves(3)), None);
    let all = leaves(3);
    assert!(!verify_inclusion(&all[0], 3, 3, &[], &all[0]));
    assert!(!verify_consistency(0, &empty_root(), 3, &naive_root(&all), &[]));
}

proptest! {
    #[test]
    fn subtrees_can_be_pushed_whole(heights in proptest::collection::vec(0u32..6, 1..8)) {
        let mut heights = heights;
        heights.sort_unstable_by(|a, b| b.cmp(a));
        let all = leaves(heights.iter().map(|h| 1usize << h).sum());
        let (mut by_subtree, mut from) = (Frontier::new(), 0usize);
        for height in heights {
            by_subtree.push_subtree(height, naive_root(&all[from..from + (1 << height)]));
            from += 1 << height;
        }
        prop_assert_eq!(by_subtree, frontier(&all));
    }

    #[test]
    fn inclusion_agrees_with_the_definition_and_verifies(size in 1u64..300, at in 0u64..300) {
        let index = at % size;
        let all = leaves(usize::try_from(size).unwrap());
        let path: Vec<Hash> =
            inclusion_path(index, size).unwrap().iter().map(|range| range_root(&all, range)).collect();
        prop_assert_eq!(&path, &naive_inclusion(usize::try_from(index).unwrap(), &all));
        let (leaf, root) = (all[usize::try_from(index).unwrap()], naive_root(&all));
        prop_assert!(verify_inclusion(&leaf, index, size, &path, &root));
    }

    #[test]
    fn a_changed_inclusion_proof_is_refused(size in 2u64..200, at in 0u64..200, byte in 0usize..32, other in 0u64..200) {
        let index = at % size;
        let all = leaves(usize::try_from(size).unwrap());
        let path = naive_inclusion(usize::try_from(index).unwrap(), &all);
        let (leaf, root) = (all[usize::try_from(index).unwrap()], naive_root(&all));
        for step in 0..path.len() {
            let mut changed = path.clone();
            changed[step][byte] ^= 1;
            prop_assert!(!verify_inclusion(&leaf, index, size, &changed, &root));
        }
        let mut changed = leaf;
        changed[byte] ^= 1;
        prop_assert!(!verify_inclusion(&changed, index, size, &path, &root));
        prop_assert!(!verify_inclusion(&leaf, index, size, &path[1..], &root));
        let longer = [path.as_slice(), &[leaf]].concat();
        prop_assert!(!verify_inclusion(&leaf, index, size, &longer, &root));
        prop_assert!(other % size == index || !verify_inclusion(&leaf, other % size, size, &path, &root));
    }

    #[test]
    fn consistency_agrees_with_the_definition_and_verifies(new in 1u64..300, at in 0u64..300) {
        let old = 1 + at % new;
        let all = leaves(usize::try_from(new).unwrap());
        let before = &all[..usize::try_from(old).unwrap()];
        let path: Vec<Hash> =
            consistency_path(old, new).unwrap().iter().map(|range| range_root(&all, range)).collect();
        prop_assert_eq!(&path, &naive_consistency(before.len(), &all, true));
        prop_assert!(verify_consistency(old, &naive_root(before), new, &naive_root(&all), &path));
    }

    #[test]
    fn another_history_is_not_consistent(new in 2u64..200, at in 0u64..200, forked in 0usize..200, byte in 0usize..32) {
        let old = 1 + at % (new - 1);
        let all = leaves(usize::try_from(new).unwrap());
        let before = &all[..usize::try_from(old).unwrap()];
        let path = naive_consistency(before.len(), &all, true);
        let mut other = before.to_vec();
        let fork = forked % other.len();
        other[fork][byte] ^= 1;
        prop_assert!(!verify_consistency(old, &naive_root(&other), new, &naive_root(&all), &path));
        for step in 0..path.len() {
            let mut changed = path.clone();
            changed[step][byte] ^= 1;
            prop_assert!(!verify_consistency(old, &naive_root(before), new, &naive_root(&all), &changed));
        }
    }
}
