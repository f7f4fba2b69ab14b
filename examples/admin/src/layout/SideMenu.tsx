import AssignmentIcon from '@mui/icons-material/AssignmentOutlined';
import BarChartIcon from '@mui/icons-material/BarChartOutlined';
import EditNoteIcon from '@mui/icons-material/EditNoteOutlined';
import AuditIcon from '@mui/icons-material/HistoryOutlined';
import PeopleIcon from '@mui/icons-material/AccountTreeOutlined';
import ScreenIcon from '@mui/icons-material/MonitorOutlined';
import PhoneIcon from '@mui/icons-material/PhoneAndroidOutlined';
import QrIcon from '@mui/icons-material/QrCode2Outlined';
import DeskIcon from '@mui/icons-material/SpaceDashboardOutlined';
import GroupsIcon from '@mui/icons-material/GroupsOutlined';
import DesignIcon from '@mui/icons-material/DesignServicesOutlined';
import MoveIcon from '@mui/icons-material/MoveUpOutlined';
import NormIcon from '@mui/icons-material/FactCheckOutlined';
import SchemaIcon from '@mui/icons-material/SchemaOutlined';
import TableIcon from '@mui/icons-material/TableChartOutlined';
import { Box, List, ListItem, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material';
import type { ElementType } from 'react';
import { useGetIdentity, useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import { useMethod } from '../methods/use-method.ts';
import type { Session } from '../providers/wire.ts';

interface Entry { readonly to: string; readonly label: string; readonly icon: ElementType }

/** The menu: the work first, then what the method names: its registers, ledgers and boards. */
export function SideMenu({ onGone }: { readonly onGone?: () => void }) {
  const translate = useTranslate();
  const words = useWords();
  const { method } = useMethod();
  const identity = useGetIdentity().data as Session | undefined;
  const groups: { title?: string; entries: Entry[] }[] = [
    { entries: [{ to: '/desk', label: translate('bihuan.menu.desk'), icon: DeskIcon }, { to: '/field', label: translate('bihuan.menu.field'), icon: PhoneIcon }, { to: '/cases', label: translate('bihuan.menu.cases'), icon: AssignmentIcon }, { to: '/report', label: translate('bihuan.menu.report'), icon: EditNoteIcon }, ...(method && method.norms.length > 0 ? [{ to: '/norms', label: translate('bihuan.menu.norms'), icon: NormIcon }] : [])] },
    { title: translate('bihuan.menu.subjects'), entries: (method?.subjects ?? []).map(({ name, label }) => ({ to: `/subjects/${name}`, label: words(label), icon: GroupsIcon })) },
    { title: translate('bihuan.menu.ledgers'), entries: (method?.ledgers ?? []).map(({ name, label }) => ({ to: `/ledgers/${name}`, label: words(label), icon: TableIcon })) },
    { title: translate('bihuan.menu.boards'), entries: [...(method?.boards ?? []).map(({ name, label }) => ({ to: `/boards/${name}`, label: words(label), icon: BarChartIcon })), { to: '/screen', label: translate('bihuan.screen.title'), icon: ScreenIcon }] },
    { title: translate('bihuan.menu.method'), entries: method ? [{ to: '/method', label: words(method.label), icon: SchemaIcon }, ...(method.moves.length > 0 ? [{ to: '/moves', label: translate('bihuan.menu.moves'), icon: MoveIcon }] : []), ...(identity?.administrator ? [{ to: '/studio', label: translate('bihuan.studio.title'), icon: DesignIcon }] : []), { to: '/qr', label: translate('bihuan.menu.qr'), icon: QrIcon }] : [] },
    { title: translate('bihuan.people.administration'), entries: identity?.administrator ? [{ to: '/people', label: translate('bihuan.people.title'), icon: PeopleIcon }, { to: '/audit', label: translate('bihuan.audit.title'), icon: AuditIcon }] : [] },
  ];
  return (
    <Box component="nav" aria-label={translate('bihuan.menu.label')} sx={{ py: 1 }}>
      {groups.filter(({ entries }) => entries.length > 0).map(({ title, entries }, i) => (
        <Box key={title ?? i}>
          {title && <Typography variant="caption" component="p" id={`menu-${i}`} sx={{ px: 2, pt: 1.5, pb: 0.5, color: 'text.secondary' }}>{title}</Typography>}
          <List dense disablePadding {...(title ? { 'aria-labelledby': `menu-${i}` } : {})}>
            {entries.map((entry) => <MenuEntry key={entry.to} {...entry} onGone={onGone} />)}
          </List>
        </Box>
      ))}
    </Box>
  );
}

function MenuEntry({ to, label, icon: Icon, onGone }: Entry & { readonly onGone: (() => void) | undefined }) {
  const { pathname } = useLocation();
  const here = pathname === to || pathname.startsWith(`${to}/`);
  return (
    <ListItem disablePadding>
      <ListItemButton
        component={Link} to={to} selected={here} onClick={onGone} {...(here ? { 'aria-current': 'page' } : {})}
        sx={{ mx: 1, borderRadius: 1, minHeight: 40, '&.Mui-selected': { color: 'primary.main', '& .MuiListItemText-primary': { fontWeight: 600 } } }}
      >
        <ListItemIcon sx={{ minWidth: '2rem', color: 'inherit', opacity: here ? 1 : 0.7 }}><Icon fontSize="small" /></ListItemIcon>
        <ListItemText slotProps={{ primary: { sx: { fontSize: '0.9375rem' } } }}>{label}</ListItemText>
      </ListItemButton>
    </ListItem>
  );
}
